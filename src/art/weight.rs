//! What it costs to draw an SVG, known before it is drawn.
//!
//! A few lines can ask for minutes: an effect works on each pixel of a layer, and a reference repeats it. What is
//! weighed here is therefore the picture as it is drawn, with every reference followed. The unit is one shape of one
//! colour that covers the whole picture, about half a millisecond in all sizes that a build makes; the other numbers
//! were measured beside it.

use resvg::usvg::{Group, Node, Paint, Path, Rect, Transform, Tree, filter::Kind};

/// The most that is drawn, a few seconds. An elaborate badge of twenty blurs weighs a quarter of it.
const MOST: f32 = 10_000.0;
/// How far a layer may reach, in pictures: two on each side of the one that is seen.
const WIDEST: f32 = 25.0;
/// Side of the largest picture that is made, in pixels.
const PIXELS: f32 = 512.0;

/// Whether `tree` is drawn within a few seconds.
pub(super) fn is_light(tree: &Tree) -> bool {
    let side = tree.size().width().max(tree.size().height());
    let mut scales = Scales { side, sum: 0.0 };
    scales.group(tree.root(), 1.0, 1.0);
    scales.sum <= MOST
}

struct Scales {
    /// That of the picture, in user units.
    side: f32,
    sum: f32,
}

impl Scales {
    /// What a group costs on a layer of `room` pictures. `zoom` is that of whatever refers to it.
    fn group(&mut self, group: &Group, room: f32, zoom: f32) {
        let mut room = room;
        if group.should_isolate() {
            room = self.share(group.abs_layer_bounding_box().to_rect(), zoom).min(WIDEST);
            self.sum += room + 6.0 * room.min(1.0);
            let zoom = zoom * scale(group.abs_transform());
            for step in group.filters().iter().flat_map(|it| it.primitives()) {
                self.sum += room * self.step(step.kind(), zoom);
                if let Kind::Image(image) = step.kind() {
                    self.group(image.root(), room, zoom);
                }
            }
            let mut clip = group.clip_path();
            while let Some(it) = clip {
                self.sum += 8.0 * room;
                self.group(it.root(), room, zoom);
                clip = it.clip_path();
            }
            let mut mask = group.mask();
            while let Some(it) = mask {
                self.sum += 16.0 * room;
                self.group(it.root(), room, zoom);
                mask = it.mask();
            }
        }
        for node in group.children() {
            // It is too much already: a reference within a reference could take as long to weigh as to draw.
            if self.sum > MOST {
                return;
            }
            match node {
                Node::Group(group) => self.group(group, room, zoom),
                Node::Path(path) => self.path(path, room, zoom),
                Node::Text(text) => self.group(text.flattened(), room, zoom),
                Node::Image(_) => {}
            }
        }
    }

    fn path(&mut self, path: &Path, room: f32, zoom: f32) {
        let area = self.share(path.abs_stroke_bounding_box(), zoom).min(room);
        let zoom = zoom * scale(path.abs_transform());
        // An edge is followed line by line, even where it encloses nothing.
        let points = path.data().points();
        let steps = points.windows(2).map(|it| it[0].distance(it[1]) * zoom / self.side);
        let way: f32 = steps.map(|it| it.min(2.0)).sum();
        if let Some(fill) = path.fill() {
            self.sum += 0.02 + 0.1 * way;
            self.paint(fill.paint(), area, zoom);
        }
        if let Some(stroke) = path.stroke() {
            let dashes = stroke.dasharray().map_or(0.0, |it| {
                let length: f32 = it.iter().sum();
                way * self.side / zoom / length * it.len() as f32
            });
            self.sum += 0.02 + 0.25 * way + 0.01 * dashes;
            self.paint(stroke.paint(), area, zoom);
        }
    }

    fn paint(&mut self, paint: &Paint, area: f32, zoom: f32) {
        match paint {
            Paint::Color(_) => self.sum += area,
            Paint::LinearGradient(_) | Paint::RadialGradient(_) => self.sum += 11.0 * area,
            Paint::Pattern(pattern) => {
                let zoom = zoom * scale(pattern.transform());
                let tile = self.share(pattern.rect().to_rect(), zoom);
                self.sum += 15.0 * area + tile;
                self.group(pattern.root(), tile, zoom);
            }
        }
    }

    /// What one step of a filter costs over the whole picture.
    fn step(&self, kind: &Kind, zoom: f32) -> f32 {
        match kind {
            Kind::GaussianBlur(_) | Kind::DropShadow(_) => 140.0,
            Kind::DiffuseLighting(_) | Kind::SpecularLighting(_) => 65.0,
            Kind::Turbulence(it) => 180.0 * it.num_octaves() as f32,
            Kind::ConvolveMatrix(it) => 15.0 * it.matrix().data().len() as f32,
            // It looks at each neighbour of each pixel.
            Kind::Morphology(it) => {
                let pixels = |radius: f32| 2.0 * radius * zoom / self.side * PIXELS + 1.0;
                30.0 + pixels(it.radius_x().get()) * pixels(it.radius_y().get())
            }
            Kind::Merge(it) => 10.0 * (it.inputs().len() + 1) as f32,
            _ => 30.0,
        }
    }

    /// The area of a box, in pictures.
    fn share(&self, it: Rect, zoom: f32) -> f32 {
        (it.width() * zoom / self.side) * (it.height() * zoom / self.side)
    }
}

/// How much larger something is drawn.
fn scale(transform: Transform) -> f32 {
    let (across, down) = transform.get_scale();
    across.max(down)
}
