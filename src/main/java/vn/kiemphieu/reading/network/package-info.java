/** A small convolutional network: what it makes of a picture, and how it learns. It knows nothing of ballots. */
@org.jspecify.annotations.NullMarked
package vn.kiemphieu.reading.network;
