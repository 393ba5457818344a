//! **Plan**, stage 4 of 6: every address of the site, decided here and nowhere else.
