//! The words that Open Badges 3.0 lists (section "Enumerations").

use super::flaw::Flaw;

const ACHIEVEMENT_TYPES: &[&str] = &[
    "Achievement",
    "ApprenticeshipCertificate",
    "Assessment",
    "Assignment",
    "AssociateDegree",
    "Award",
    "Badge",
    "BachelorDegree",
    "Certificate",
    "CertificateOfCompletion",
    "Certification",
    "CommunityService",
    "Competency",
    "Course",
    "CoCurricular",
    "Degree",
    "Diploma",
    "DoctoralDegree",
    "Fieldwork",
    "GeneralEducationDevelopment",
    "JourneymanCertificate",
    "LearningProgram",
    "License",
    "Membership",
    "ProfessionalDoctorate",
    "QualityAssuranceCredential",
    "MasterCertificate",
    "MasterDegree",
    "MicroCredential",
    "ResearchDoctorate",
    "SecondarySchoolDiploma",
];

const IDENTIFIER_TYPES: &[&str] = &[
    "name",
    "sourcedId",
    "systemId",
    "productId",
    "userName",
    "accountId",
    "emailAddress",
    "nationalIdentityNumber",
    "isbn",
    "issn",
    "lisSourcedId",
    "oneRosterSourcedId",
    "sisSourcedId",
    "ltiContextId",
    "ltiDeploymentId",
    "ltiToolId",
    "ltiPlatformId",
    "ltiUserId",
    "identifier",
];

const ALIGNMENT_TYPES: &[&str] = &[
    "ceasn:Competency",
    "ceterms:Credential",
    "CFItem",
    "CFRubric",
    "CFRubricCriterion",
    "CFRubricCriterionLevel",
    "CTDL",
];

const RESULT_TYPES: &[&str] = &[
    "GradePointAverage",
    "LetterGrade",
    "Percent",
    "PerformanceLevel",
    "PredictedScore",
    "RawScore",
    "Result",
    "RubricCriterion",
    "RubricCriterionLevel",
    "RubricScore",
    "ScaledScore",
    "Status",
];

const RESULT_STATUSES: &[&str] =
    &["Completed", "Enrolled", "Failed", "InProgress", "OnHold", "Provisional", "Withdrew"];

/// What kind of achievement a badge is.
pub(super) fn achievement_type(word: String) -> Result<String, Flaw> {
    open(word, "an achievement type", ACHIEVEMENT_TYPES)
}

/// What kind of identifier an organisation has.
pub(super) fn identifier_type(word: String) -> Result<String, Flaw> {
    open(word, "an identifier type", IDENTIFIER_TYPES)
}

/// What kind of thing a badge is aligned to.
pub(super) fn alignment_type(word: String) -> Result<String, Flaw> {
    open(word, "an alignment type", ALIGNMENT_TYPES)
}

/// What kind of result an award reports.
pub(super) fn result_type(word: String) -> Result<String, Flaw> {
    open(word, "a result type", RESULT_TYPES)
}

/// How far a result has come. This list knows no extension.
pub(super) fn result_status(word: String) -> Result<String, Flaw> {
    if RESULT_STATUSES.contains(&word.as_str()) {
        Ok(word)
    } else {
        Err(Flaw::not_listed("a result status", &word, RESULT_STATUSES, false))
    }
}

/// A listed word, or `ext:` and letters, digits, dots and underscores: what the schema's pattern surely allows.
fn open(word: String, what: &str, listed: &[&str]) -> Result<String, Flaw> {
    if listed.contains(&word.as_str()) {
        return Ok(word);
    }
    match word.strip_prefix("ext:") {
        Some(name) if !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"._".contains(&b)) => {
            Ok(word)
        }
        Some(_) => Err(Flaw::bad(format!("`{word}` is not {what}"))
            .help("after `ext:` come letters, digits, dots and underscores")),
        None => Err(Flaw::not_listed(what, &word, listed, true)),
    }
}
