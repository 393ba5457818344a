//! The JSON Canonicalization Scheme (RFC 8785).

use super::scan;
use serde_json::{Number, Value};
use std::fmt::Write as _;

/// Writes `value` in the one form that [RFC 8785] allows.
///
/// Two documents with the same meaning give the same string, whatever their key order and spacing. That
/// string is what `eddsa-jcs-2022` hashes, so a credential can be laid out anew without breaking its
/// signature.
///
/// ```
/// use accolade::canon::jcs::canonicalize;
/// use serde_json::json;
///
/// let badge = json!({ "name": "Löten", "criteria": null });
/// assert_eq!(canonicalize(&badge), r#"{"criteria":null,"name":"Löten"}"#);
/// ```
///
/// [RFC 8785]: https://www.rfc-editor.org/rfc/rfc8785
#[must_use]
pub fn canonicalize(value: &Value) -> String {
    let mut out = String::with_capacity(1024);
    write(&mut out, value);
    out
}

fn write(out: &mut String, value: &Value) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(it) => out.push_str(if *it { "true" } else { "false" }),
        Value::Number(it) => write_number(out, it),
        Value::String(it) => write_string(out, it),
        Value::Array(items) => {
            out.push('[');
            for (n, item) in items.iter().enumerate() {
                if n > 0 {
                    out.push(',');
                }
                write(out, item);
            }
            out.push(']');
        }
        Value::Object(object) => {
            let mut members: Vec<_> = object.iter().collect();
            // RFC 8785, 3.2.3, sorts by UTF-16 code unit. Rust sorts strings by byte, which differs for
            // characters outside the basic plane.
            if members.iter().all(|(name, _)| name.is_ascii()) {
                members.sort_by_key(|(name, _)| *name);
            } else {
                members.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
            }
            out.push('{');
            for (n, (name, value)) in members.into_iter().enumerate() {
                if n > 0 {
                    out.push(',');
                }
                write_string(out, name);
                out.push(':');
                write(out, value);
            }
            out.push('}');
        }
    }
}

/// RFC 8785, 3.2.2.2: only what JSON forbids to stand unescaped is escaped.
fn write_string(out: &mut String, text: &str) {
    out.push('"');
    let mut rest = text;
    while let Some(at) = scan::first(rest, |it| (it < 0x20) | (it == b'"') | (it == b'\\')) {
        out.push_str(&rest[..at]);
        match rest.as_bytes()[at] {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            0x08 => out.push_str("\\b"),
            0x09 => out.push_str("\\t"),
            0x0a => out.push_str("\\n"),
            0x0c => out.push_str("\\f"),
            0x0d => out.push_str("\\r"),
            other => write!(out, "\\u{other:04x}").expect("writing to a String cannot fail"),
        }
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
    out.push('"');
}

/// RFC 8785, 3.2.2.3: every number is a double, written as ECMAScript does.
fn write_number(out: &mut String, number: &Number) {
    let double = number.as_f64().expect("without arbitrary precision every number is also a double");
    if double == 0.0 {
        // Also of minus zero.
        out.push('0');
        return;
    }
    if double < 0.0 {
        out.push('-');
    }

    // The shortest digits that read back as the same double, and of two such the even one, are what ECMAScript
    // asks for and what `serde_json` writes (the standard library rounds ties up). Their layout differs:
    // here the number is 0.digits × 10^point.
    let text = Number::from_f64(double.abs()).expect("JSON has no infinite numbers").to_string();
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = [whole, fraction].concat();
    let significant = all.trim_start_matches('0');
    let digits = significant.trim_end_matches('0');
    let exponent: i32 = exponent.parse().expect("an exponent is an integer");
    let length = |text: &str| i32::try_from(text.len()).expect("a double has few digits");
    let (count, point) = (length(digits), length(whole) + exponent - length(&all) + length(significant));

    match point {
        _ if count <= point && point <= 21 => {
            out.push_str(digits);
            out.extend((count..point).map(|_| '0'));
        }
        1..=21 => {
            let (whole, fraction) = digits.split_at(point.unsigned_abs() as usize);
            out.extend([whole, ".", fraction]);
        }
        -5..=0 => {
            out.push_str("0.");
            out.extend((point..0).map(|_| '0'));
            out.push_str(digits);
        }
        _ => {
            let (first, fraction) = digits.split_at(1);
            out.push_str(first);
            if !fraction.is_empty() {
                out.extend([".", fraction]);
            }
            write!(out, "e{:+}", point - 1).expect("writing to a String cannot fail");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// RFC 8785, appendix B, by the bits of the double.
    #[test]
    fn numbers_are_written_as_ecmascript_writes_them() {
        for (bits, expected) in [
            (0x0000000000000000u64, "0"),
            (0x8000000000000000, "0"),
            (0x0000000000000001, "5e-324"),
            (0x8000000000000001, "-5e-324"),
            (0x7fefffffffffffff, "1.7976931348623157e+308"),
            (0xffefffffffffffff, "-1.7976931348623157e+308"),
            (0x4340000000000000, "9007199254740992"),
            (0xc340000000000000, "-9007199254740992"),
            (0x4430000000000000, "295147905179352830000"),
            (0x44b52d02c7e14af5, "9.999999999999997e+22"),
            (0x44b52d02c7e14af6, "1e+23"),
            (0x44b52d02c7e14af7, "1.0000000000000001e+23"),
            (0x444b1ae4d6e2ef4e, "999999999999999700000"),
            (0x444b1ae4d6e2ef4f, "999999999999999900000"),
            (0x444b1ae4d6e2ef50, "1e+21"),
            (0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"),
            (0x3eb0c6f7a0b5ed8d, "0.000001"),
            (0x41b3de4355555553, "333333333.3333332"),
            (0x41b3de4355555554, "333333333.33333325"),
            (0x41b3de4355555555, "333333333.3333333"),
            (0x41b3de4355555556, "333333333.3333334"),
            (0x41b3de4355555557, "333333333.33333343"),
            (0xbecbf647612f3696, "-0.0000033333333333333333"),
            (0x43143ff3c1cb0959, "1424953923781206.2"),
        ] {
            assert_eq!(canonicalize(&json!(f64::from_bits(bits))), expected, "{bits:016x}");
        }
    }

    #[test]
    fn an_integer_beyond_doubles_is_rounded_to_one() {
        assert_eq!(canonicalize(&json!(9_007_199_254_740_993_u64)), "9007199254740992");
        assert_eq!(canonicalize(&json!(u64::MAX)), "18446744073709552000");
        assert_eq!(canonicalize(&json!([0, -1, 94567, -2.5, 1e2])), "[0,-1,94567,-2.5,100]");
    }

    #[test]
    fn names_are_sorted_by_utf16_code_units() {
        let document = json!({"\u{fb33}": 1, "😀": 2, "a": 3});
        assert_eq!(canonicalize(&document), "{\"a\":3,\"😀\":2,\"\u{fb33}\":1}");
    }

    #[test]
    fn only_what_must_be_escaped_is() {
        assert_eq!(
            canonicalize(&json!("\u{0}\u{8}\t\n\u{c}\r\u{1f}\"\\/\u{7f}\u{2028}é😀")),
            "\"\\u0000\\b\\t\\n\\f\\r\\u001f\\\"\\\\/\u{7f}\u{2028}é😀\""
        );
    }
}
