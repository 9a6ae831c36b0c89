package vn.kiemphieu.reading;

/** Numbers that belong together, joined two by two; each cluster is known by one of its members, its root. */
final class Clusters {

    private final int[] into;

    /** Every number from 0 alone. */
    Clusters(int size) {
        into = new int[size];
        for (int i = 0; i < size; i++) {
            into[i] = i;
        }
    }

    int root(int i) {
        int r = i;
        while (into[r] != r) {
            into[r] = into[into[r]]; // shorter ways for whoever asks next
            r = into[r];
        }
        return r;
    }

    /** {@return whether they were apart until now}; the root of {@code b} becomes that of {@code a} */
    boolean join(int a, int b) {
        int from = root(a);
        int to = root(b);
        into[from] = to;
        return from != to;
    }
}
