//! Many awards from a CSV file.
