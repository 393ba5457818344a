//! Awarding rights: who may say yes to an award, and how many have to.

/// Who decides about awards of a badge. Nobody decides about what they asked for or would get themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Awarding {
    /// Accounts (`@grace`), teams (`@commons/mentors`) and addresses of profiles.
    pub by: Vec<String>,
    /// How many of them have to agree.
    pub approvals: u32,
}

/// Accounts under one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Team {
    /// Its name as rules write it: `@commons/mentors`.
    pub name: String,
    /// Its members: accounts and addresses of profiles.
    pub members: Vec<String>,
}
