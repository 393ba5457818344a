//! Reading JSON that is to be trusted: no name twice, no deep nesting.

use super::Refusal;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value, map::Entry};
use std::fmt;

/// How many objects and arrays may lie within one another.
const DEPTH: usize = 64;

/// Reads one JSON document. Refuses what `serde_json` would let pass: a name that occurs twice in an object
/// (RFC 8259, section 4, leaves its meaning open), and nesting deeper than 64.
///
/// ```
/// use accolade::canon::json;
///
/// let refusal = json::parse(br#"{"name": "Ada", "name": "Eve"}"#).unwrap_err();
/// assert_eq!(refusal.to_string(), "the name `name` occurs twice in one object, at line 1, column 22");
/// ```
///
/// # Errors
///
/// With line and column in the sentence.
pub fn parse(bytes: &[u8]) -> Result<Value, Refusal> {
    // Whether it is UTF-8 is asked once, and not of every text in it.
    match std::str::from_utf8(bytes) {
        Ok(text) => whole(serde_json::Deserializer::from_str(text)),
        Err(_) => whole(serde_json::Deserializer::from_slice(bytes)),
    }
}

fn whole<'a>(mut deserializer: serde_json::Deserializer<impl serde_json::de::Read<'a>>) -> Result<Value, Refusal> {
    Any { left: DEPTH }
        .deserialize(&mut deserializer)
        .and_then(|value| deserializer.end().map(|()| value))
        .map_err(|error| refusal(&error))
}

/// The sentence of `serde_json`, in our words where it has only a place to add to what we said.
fn refusal(error: &serde_json::Error) -> Refusal {
    let (line, column) = (error.line(), error.column());
    let said = error.to_string();
    let said = said.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&said);
    let not_json = if error.is_data() { "" } else { "not JSON: " };
    Refusal::whole(format!("{not_json}{said}, at line {line}, column {column}"))
}

/// Any value, below which `left` levels may follow.
#[derive(Clone, Copy)]
struct Any {
    left: usize,
}

impl Any {
    fn deeper<E: Error>(self) -> Result<Self, E> {
        match self.left.checked_sub(1) {
            Some(left) => Ok(Self { left }),
            None => Err(E::custom(format_args!("nested deeper than {DEPTH} levels"))),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Any {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Any {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, it: bool) -> Result<Value, E> {
        Ok(Value::Bool(it))
    }

    fn visit_i64<E>(self, it: i64) -> Result<Value, E> {
        Ok(it.into())
    }

    fn visit_u64<E>(self, it: u64) -> Result<Value, E> {
        Ok(it.into())
    }

    fn visit_f64<E: Error>(self, it: f64) -> Result<Value, E> {
        Number::from_f64(it).map(Value::Number).ok_or_else(|| E::custom("a number out of range"))
    }

    fn visit_str<E>(self, it: &str) -> Result<Value, E> {
        Ok(it.into())
    }

    fn visit_string<E>(self, it: String) -> Result<Value, E> {
        Ok(Value::String(it))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let item = self.deeper()?;
        let mut list = Vec::new();
        while let Some(value) = items.next_element_seed(item)? {
            list.push(value);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let item = self.deeper()?;
        let mut object = Map::new();
        while let Some(name) = members.next_key::<String>()? {
            match object.entry(name) {
                Entry::Vacant(place) => _ = place.insert(members.next_value_seed(item)?),
                Entry::Occupied(it) => {
                    return Err(Error::custom(format_args!("the name `{}` occurs twice in one object", it.key())));
                }
            }
        }
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn refused(text: &str) -> String {
        parse(text.as_bytes()).unwrap_err().to_string()
    }

    #[test]
    fn reads_what_json_can_say() {
        let text = r#" {"a": [null, true, 1, -2, 2.5, "é\n"], "b": {}} "#;
        assert_eq!(parse(text.as_bytes()).unwrap(), json!({"a": [null, true, 1, -2, 2.5, "é\n"], "b": {}}));
    }

    #[test]
    fn a_name_may_not_occur_twice_at_any_depth() {
        assert_eq!(
            refused("{\n  \"a\": {\"b\": 1,\n \"b\": 1}}"),
            "the name `b` occurs twice in one object, at line 3, column 4"
        );
        assert_eq!(
            refused(r#"[{"a": 1, "\u0061": 2}]"#),
            "the name `a` occurs twice in one object, at line 1, column 18"
        );
    }

    #[test]
    fn sixty_four_levels_are_read_and_no_more() {
        let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        assert!(parse(nested(64).as_bytes()).is_ok());
        assert!(refused(&nested(65)).starts_with("nested deeper than 64 levels, at line 1"));
        assert!(refused(&nested(100_000)).starts_with("nested deeper than 64 levels, at line 1"));
        assert!(refused(&r#"{"a":"#.repeat(65)).starts_with("nested deeper than 64 levels, at line 1"));
    }

    #[test]
    fn what_is_not_json_is_refused_with_its_place() {
        assert_eq!(refused("{\"a\": 1,}"), "not JSON: trailing comma, at line 1, column 9");
        assert_eq!(refused("{} {}"), "not JSON: trailing characters, at line 1, column 4");
        assert!(refused("").starts_with("not JSON: EOF"));
        assert!(refused("\u{feff}{}").starts_with("not JSON: "));
        assert!(refused("[NaN]").starts_with("not JSON: "));
        assert!(refused("[1e999]").starts_with("not JSON: number out of range"));
        assert!(refused(r#"["\ud800"]"#).starts_with("not JSON: "));
        assert!(parse(b"[\"\xff\"]").is_err());
    }
}
