//! `accolade explain`: what a code means.

use super::output::{Failure, Outcome, say};
use crate::diagnostic::{Code, closest, explain};

/// Say what a code of `check` means, why it matters and how to mend it
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Without a code, all of them are listed. Those marked with a star are lints: `[lints]` in accolade.toml sets their level
to \"allow\", \"warn\" or \"deny\". The level of the others cannot be changed.

Example:
    accolade explain ledger-rewritten")]
pub(super) struct Explain {
    /// The code, as it stands in brackets after `error` or `warning`
    #[arg(value_name = "CODE")]
    code: Option<String>,
}

impl Explain {
    pub(super) fn run(self) -> Result<Outcome, Failure> {
        let Some(name) = self.code else {
            for code in Code::ALL {
                let mark = if code.is_lint() { "*" } else { " " };
                say(&format!("{:<22} {mark} {}\n", code.as_str(), explain::title(explain::page(*code))));
            }
            return Ok(Outcome::Fine);
        };
        let Some(code) = Code::ALL.iter().find(|it| it.as_str() == name) else {
            let near = closest(&name, Code::ALL.iter().copied().map(Code::as_str));
            return Err(Failure::Usage(match near {
                Some(near) => format!("there is no code `{name}`; did you mean `{near}`?"),
                None => format!("there is no code `{name}`: `accolade explain` lists them all"),
            }));
        };
        let level = if code.is_lint() {
            format!("Level: `[lints]` in accolade.toml may set `{code}` to \"allow\", \"warn\" or \"deny\".")
        } else {
            "Level: cannot be changed.".to_owned()
        };
        say(&format!("{}\n\n{level}\n", explain::page(*code)));
        Ok(Outcome::Fine)
    }
}
