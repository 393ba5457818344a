//! The value of a proof: 64 bytes in base58btc ([Multibase], `z`).
//!
//! `bs58`, which reads keys, takes any length, and carries each digit through all bytes: as long as it takes to hash what was
//! signed. Here the length is known, and ten digits are carried at once.
//!
//! [Multibase]: https://www.w3.org/TR/cid-1.0/#multibase-0

const DIGITS: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const NONE: u8 = u8::MAX;

/// What each character stands for.
const VALUES: [u8; 256] = {
    let mut values = [NONE; 256];
    let mut value = 0;
    while value < 58 {
        values[DIGITS[value as usize] as usize] = value;
        value += 1;
    }
    values
};

/// Exactly 64 bytes. `None` if `text` stands for fewer or more, or is not base58.
pub(super) fn decode(text: &str) -> Option<[u8; 64]> {
    // A number of 512 bits, the least part first.
    let mut limbs = [0_u64; 8];
    // 58¹⁰ fits into 64 bits.
    for digits in text.as_bytes().chunks(10) {
        let (mut value, mut scale) = (0_u64, 1_u64);
        for digit in digits {
            let digit = VALUES[usize::from(*digit)];
            if digit == NONE {
                return None;
            }
            value = value * 58 + u64::from(digit);
            scale *= 58;
        }
        let mut carry = u128::from(value);
        for limb in &mut limbs {
            carry += u128::from(*limb) * u128::from(scale);
            *limb = (carry & u128::from(u64::MAX)) as u64;
            carry >>= 64;
        }
        if carry > 0 {
            return None;
        }
    }
    let mut bytes = [0; 64];
    for (bytes, limb) in bytes.chunks_exact_mut(8).zip(limbs.iter().rev()) {
        bytes.copy_from_slice(&limb.to_be_bytes());
    }
    // A zero at the front is written as a `1`, and nothing else is.
    let zeros = bytes.iter().take_while(|it| **it == 0).count();
    (text.bytes().take_while(|it| *it == b'1').count() == zeros).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What the general decoder says.
    fn expected(text: &str) -> Option<[u8; 64]> {
        bs58::decode(text).into_vec().ok()?.try_into().ok()
    }

    proptest! {
        #[test]
        fn is_what_was_encoded(mut bytes in prop::collection::vec(any::<u8>(), 60..68), zeros in 0_usize..68) {
            let zeros = zeros.min(bytes.len());
            bytes[..zeros].fill(0);
            let text = bs58::encode(&bytes).into_string();
            prop_assert_eq!(decode(&text), bytes.try_into().ok());
        }

        #[test]
        fn reads_what_the_general_decoder_reads(text in "[1-9A-HJ-NP-Za-km-z0OIl+é]{0,4}[1-9A-HJ-NP-Za-km-z]{80,90}|1{60,66}") {
            prop_assert_eq!(decode(&text), expected(&text));
        }
    }

    #[test]
    fn neither_too_large_nor_empty() {
        assert_eq!(decode(""), None);
        assert_eq!(decode(&"z".repeat(88)), None, "more than 512 bits");
        assert_eq!(decode(&"z".repeat(10_000)), None);
        assert_eq!(decode(&"1".repeat(64)), Some([0; 64]));
        assert_eq!(decode(&bs58::encode([0xff; 64]).into_string()), Some([0xff; 64]));
    }
}
