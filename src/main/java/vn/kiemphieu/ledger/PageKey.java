package vn.kiemphieu.ledger;

/**
 * A page by what it holds, wherever it lies: the same file under another name has the same keys.
 *
 * @param fileSha256 of the whole file, lower-case hex
 * @param number the page in that file, from 1
 */
public record PageKey(String fileSha256, int number) {}
