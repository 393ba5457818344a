//! Values of JSON as literals of RDF ([Object to RDF Conversion]).
//!
//! [Object to RDF Conversion]: https://www.w3.org/TR/json-ld11-api/#object-to-rdf-conversion

use super::quad::{Node, Text};
use crate::canon::jcs;
use serde_json::{Number, Value};

const XSD_STRING: &str = "http://www.w3.org/2001/XMLSchema#string";
const XSD_BOOLEAN: &str = "http://www.w3.org/2001/XMLSchema#boolean";
const XSD_INTEGER: &str = "http://www.w3.org/2001/XMLSchema#integer";
const XSD_DOUBLE: &str = "http://www.w3.org/2001/XMLSchema#double";
const RDF_JSON: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON";

/// Whether every implementation writes `number` alike: an integer that a double can hold exactly.
pub(super) fn is_portable(number: &Number) -> bool {
    number.as_i64().is_some_and(|it| it.unsigned_abs() < 1 << 53)
}

pub(super) fn text<'d>(text: &'d str, datatype: Option<Text<'d>>) -> Node<'d> {
    typed(Text::Borrowed(text), datatype)
}

pub(super) fn boolean(it: bool, datatype: Option<Text<'_>>) -> Node<'_> {
    typed(Text::Borrowed(if it { "true" } else { "false" }), datatype.or(Some(Text::Borrowed(XSD_BOOLEAN))))
}

/// The literal of a number; `None` for one so small that implementations are known to write it wrongly.
pub(super) fn number<'d>(number: &Number, datatype: Option<Text<'d>>) -> Option<Node<'d>> {
    let double = number.as_f64().expect("without arbitrary precision every number is also a double");
    let as_double = datatype.as_deref() == Some(XSD_DOUBLE);
    if double.fract() == 0.0 && double.abs() < 1e21 && !as_double {
        // Minus zero is zero.
        let value = format!("{}", double + 0.0);
        return Some(typed(Text::Shared(value.into()), datatype.or(Some(Text::Borrowed(XSD_INTEGER)))));
    }
    if double != 0.0 && double.abs() < 1e-6 {
        return None;
    }
    Some(typed(Text::Shared(canonical_double(double).into()), datatype.or(Some(Text::Borrowed(XSD_DOUBLE)))))
}

/// Any JSON as one literal.
pub(super) fn json<'d>(value: &Value) -> Node<'d> {
    typed(Text::Shared(jcs::canonicalize(value).into()), Some(Text::Borrowed(RDF_JSON)))
}

fn typed<'d>(value: Text<'d>, datatype: Option<Text<'d>>) -> Node<'d> {
    Node::Literal { value, datatype: datatype.filter(|it| **it != *XSD_STRING), language: None }
}

/// JSON-LD's canonical form of an `xsd:double`: `%1.15E` of C, without the zeros it may end in.
fn canonical_double(double: f64) -> String {
    let scientific = format!("{double:.15E}");
    let (mantissa, exponent) = scientific.split_once('E').expect("the exponent is always written");
    let mantissa = mantissa.trim_end_matches('0');
    let zero = if mantissa.ends_with('.') { "0" } else { "" };
    format!("{mantissa}{zero}E{exponent}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubles_have_fifteen_digits_after_the_point() {
        for (double, expected) in [
            (2.5, "2.5E0"),
            (0.1, "1.0E-1"),
            (-2.25, "-2.25E0"),
            (99.99, "9.998999999999999E1"),
            (12_345_678.875, "1.2345678875E7"),
            (1e21, "1.0E21"),
            (0.0, "0.0E0"),
        ] {
            assert_eq!(canonical_double(double), expected);
        }
    }

    #[test]
    fn only_whole_numbers_below_two_to_the_53_are_portable() {
        for (json, portable) in [
            ("0", true),
            ("-3", true),
            ("9007199254740991", true),
            ("9007199254740992", false),
            ("-9007199254740992", false),
            ("18446744073709551615", false),
            ("2.5", false),
            ("3.0", false),
            ("1e2", false),
            ("-0", false),
        ] {
            let number: Number = serde_json::from_str(json).unwrap();
            assert_eq!(is_portable(&number), portable, "{json}");
        }
    }
}
