//! The only list of rules, sorted by code. A rule is a file with its page of the manual beside it.

mod c_countev;
mod c_deadline;
mod c_diff;
mod c_evid;
mod c_missing;
mod c_newnum;
mod c_owner;
mod c_status;
mod c_tense;
mod c_title;
mod c_total;
mod c_unnamed;
mod d_cndate;
mod d_hao;
mod d_noyear;
mod d_order;
mod d_relative;
mod d_stale;
mod d_valid;
mod e_cite;
mod e_docno;
mod e_law;
mod e_list;
mod e_org;
mod e_person;
mod e_titlevar;
mod l_att;
mod l_first;
mod l_font;
mod l_grid;
mod l_imprint;
mod l_indent;
mod l_letter;
mod l_minutes;
mod l_order;
mod l_page;
mod l_pageno;
mod l_red;
mod l_sign;
mod l_title;
mod n_approx;
mod n_count;
mod n_decrease;
mod n_ent;
mod n_part;
mod n_pct;
mod n_sum;
mod n_table;
mod n_titles;
mod n_totalmeas;
mod n_unit;
mod n_xref;
mod p_bookdun;
mod p_comma;
mod p_dash;
mod p_datepad;
mod p_deng;
mod p_dup;
mod p_ellip;
mod p_fullnum;
mod p_half;
mod p_long;
mod p_nest;
mod p_numform;
mod p_pair;
mod p_quotedun;
mod p_range;
mod p_seq;
mod p_spc;
mod p_wan;
mod p_year2;
mod r_addr;
mod r_bank;
mod r_clue;
mod r_id;
mod r_leak;
mod r_maskmix;
mod r_meta;
mod r_name;
mod r_phone;
mod r_secret;
mod s_break;
mod s_double;
mod s_duppara;
mod s_empty;
mod s_gap;
mod s_level;
mod s_lone;
mod s_mixstyle;
mod s_section;
mod s_series;
mod s_tail;
mod s_titlekind;
mod s_trunc;
mod t_abbr;
mod t_clause;
mod t_cut;
mod t_dangfei;
mod t_dedi;
mod t_double;
mod t_near;
mod t_numphrase;
mod t_old;
mod t_pair;
mod t_redun;
mod t_repeat;
mod t_sens;
mod t_typo;
mod t_variant;

use crate::rule::Rule;

pub use r_name::named_persons;

pub(crate) const ALL: &[&Rule] = &[
    &c_countev::RULE,
    &c_deadline::RULE,
    &c_diff::RULE,
    &c_evid::RULE,
    &c_missing::RULE,
    &c_newnum::RULE,
    &c_owner::RULE,
    &c_status::RULE,
    &c_tense::RULE,
    &c_title::RULE,
    &c_total::RULE,
    &c_unnamed::RULE,
    &d_cndate::RULE,
    &d_hao::RULE,
    &d_noyear::RULE,
    &d_order::RULE,
    &d_relative::RULE,
    &d_stale::RULE,
    &d_valid::RULE,
    &e_cite::RULE,
    &e_docno::RULE,
    &e_law::RULE,
    &e_list::RULE,
    &e_org::RULE,
    &e_person::RULE,
    &e_titlevar::RULE,
    &l_att::RULE,
    &l_first::RULE,
    &l_font::RULE,
    &l_grid::RULE,
    &l_imprint::RULE,
    &l_indent::RULE,
    &l_letter::RULE,
    &l_minutes::RULE,
    &l_order::RULE,
    &l_page::RULE,
    &l_pageno::RULE,
    &l_red::RULE,
    &l_sign::RULE,
    &l_title::RULE,
    &n_approx::RULE,
    &n_count::RULE,
    &n_decrease::RULE,
    &n_ent::RULE,
    &n_part::RULE,
    &n_pct::RULE,
    &n_sum::RULE,
    &n_table::RULE,
    &n_titles::RULE,
    &n_totalmeas::RULE,
    &n_unit::RULE,
    &n_xref::RULE,
    &p_bookdun::RULE,
    &p_comma::RULE,
    &p_dash::RULE,
    &p_datepad::RULE,
    &p_deng::RULE,
    &p_dup::RULE,
    &p_ellip::RULE,
    &p_fullnum::RULE,
    &p_half::RULE,
    &p_long::RULE,
    &p_nest::RULE,
    &p_numform::RULE,
    &p_pair::RULE,
    &p_quotedun::RULE,
    &p_range::RULE,
    &p_seq::RULE,
    &p_spc::RULE,
    &p_wan::RULE,
    &p_year2::RULE,
    &r_addr::RULE,
    &r_bank::RULE,
    &r_clue::RULE,
    &r_id::RULE,
    &r_leak::RULE,
    &r_maskmix::RULE,
    &r_meta::RULE,
    &r_name::RULE,
    &r_phone::RULE,
    &r_secret::RULE,
    &s_break::RULE,
    &s_double::RULE,
    &s_duppara::RULE,
    &s_empty::RULE,
    &s_gap::RULE,
    &s_level::RULE,
    &s_lone::RULE,
    &s_mixstyle::RULE,
    &s_section::RULE,
    &s_series::RULE,
    &s_tail::RULE,
    &s_titlekind::RULE,
    &s_trunc::RULE,
    &t_abbr::RULE,
    &t_clause::RULE,
    &t_cut::RULE,
    &t_dangfei::RULE,
    &t_dedi::RULE,
    &t_double::RULE,
    &t_near::RULE,
    &t_numphrase::RULE,
    &t_old::RULE,
    &t_pair::RULE,
    &t_redun::RULE,
    &t_repeat::RULE,
    &t_sens::RULE,
    &t_typo::RULE,
    &t_variant::RULE,
];
