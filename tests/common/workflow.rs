//! Steps of workflows, as tests run them: `bash` runs what a runner would, and a script stands for the git host.

/// What stands for GitHub's `gh`.
pub const GH: &[u8] = include_bytes!("gh");

/// The script of the step `name` in a workflow or an action.
pub fn script(text: &str, name: &str) -> String {
    let mut lines = text.lines().skip_while(|line| line.trim() != format!("- name: {name}"));
    let first = lines.next().unwrap_or_else(|| panic!("no step is called `{name}`"));
    let indent = first.len() - first.trim_start().len();
    let step: Vec<&str> =
        lines.take_while(|line| line.is_empty() || line.len() - line.trim_start().len() > indent).collect();
    let at = step.iter().position(|line| line.trim_start().starts_with("run:")).expect("the step has a script");
    match step[at].trim_start().strip_prefix("run: ").expect("there is a script") {
        "|" => step[at + 1..].iter().map(|line| format!("{}\n", line.get(indent + 4..).unwrap_or(""))).collect(),
        line => line.to_owned(),
    }
}
