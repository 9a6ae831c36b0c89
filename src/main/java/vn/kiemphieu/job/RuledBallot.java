package vn.kiemphieu.job;

import vn.kiemphieu.ruling.Ruling;

/**
 * A ballot by name, and what became of it.
 *
 * @param id empty where the page is no ballot
 */
record RuledBallot(String id, Ruling ruling) {}
