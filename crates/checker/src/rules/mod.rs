//! The only list of rules, sorted by code. A rule is a file with its page of the manual beside it.

mod d_hao;
mod d_valid;
mod e_docno;
mod e_law;
mod n_approx;
mod n_decrease;
mod n_sum;
mod p_bookdun;
mod p_datepad;
mod p_deng;
mod p_dup;
mod p_ellip;
mod p_fullnum;
mod p_half;
mod p_pair;
mod p_range;
mod p_seq;
mod p_spc;
mod r_bank;
mod r_id;
mod r_maskmix;
mod r_phone;
mod s_break;
mod s_double;
mod s_duppara;
mod s_gap;
mod s_series;
mod s_trunc;
mod t_cut;
mod t_dedi;
mod t_near;
mod t_numphrase;
mod t_pair;
mod t_redun;
mod t_typo;

use crate::rule::Rule;

pub(crate) const ALL: &[&Rule] = &[
    &d_hao::RULE,
    &d_valid::RULE,
    &e_docno::RULE,
    &e_law::RULE,
    &n_approx::RULE,
    &n_decrease::RULE,
    &n_sum::RULE,
    &p_bookdun::RULE,
    &p_datepad::RULE,
    &p_deng::RULE,
    &p_dup::RULE,
    &p_ellip::RULE,
    &p_fullnum::RULE,
    &p_half::RULE,
    &p_pair::RULE,
    &p_range::RULE,
    &p_seq::RULE,
    &p_spc::RULE,
    &r_bank::RULE,
    &r_id::RULE,
    &r_maskmix::RULE,
    &r_phone::RULE,
    &s_break::RULE,
    &s_double::RULE,
    &s_duppara::RULE,
    &s_gap::RULE,
    &s_series::RULE,
    &s_trunc::RULE,
    &t_cut::RULE,
    &t_dedi::RULE,
    &t_near::RULE,
    &t_numphrase::RULE,
    &t_pair::RULE,
    &t_redun::RULE,
    &t_typo::RULE,
];
