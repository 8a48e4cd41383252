//! What begins or ends with two characters, found without looking at all of a list.

/// Numbers of entries of a list, in a row for each value of [`bit`].
pub(crate) struct Pairs {
    /// Where the row of a value begins; the next one tells where it ends.
    begins: Vec<u32>,
    numbers: Vec<u32>,
}

const BITS: usize = 1 << 13;

/// The row of two characters; others may share it.
pub(crate) fn bit(a: char, b: char) -> usize {
    ((a as usize).wrapping_mul(31) ^ (b as usize).wrapping_mul(0x9E37)) % BITS
}

impl Pairs {
    pub(crate) fn new(mut of: Vec<(usize, u32)>) -> Self {
        of.sort_unstable();
        let mut begins = vec![0; BITS + 1];
        for (bit, _) in &of {
            begins[bit + 1] += 1;
        }
        for at in 0..BITS {
            begins[at + 1] += begins[at];
        }
        Self { begins, numbers: of.into_iter().map(|(_, number)| number).collect() }
    }

    /// Entries that may have this pair.
    pub(crate) fn with(&self, a: char, b: char) -> &[u32] {
        let bit = bit(a, b);
        self.numbers.get(self.begins[bit] as usize..self.begins[bit + 1] as usize).unwrap_or_default()
    }
}
