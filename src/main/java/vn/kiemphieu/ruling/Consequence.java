package vn.kiemphieu.ruling;

/**
 * What one fault spoils by one plan.
 *
 * @param ballotIfOneName whether a row's fault spoils the ballot where the ballot carries one name
 * @param ballotIfEveryRow whether a row's fault spoils the ballot where every row has it
 */
public record Consequence(Spoils spoils, boolean ballotIfOneName, boolean ballotIfEveryRow) {

    /** How far a fault reaches. */
    public enum Spoils {
        /** The whole ballot is proposed as invalid. */
        BALLOT,
        /** The row does not count for its official; the other rows do. */
        ROW,
        /** The machine may see it but never judges it. */
        PERSON
    }

    public Consequence {
        if (spoils != Spoils.ROW && (ballotIfOneName || ballotIfEveryRow)) {
            throw new IllegalArgumentException(
                    "Only a row's fault can be lifted to the ballot, not one that spoils " + spoils);
        }
    }

    /** {@return how far the fault reaches on a ballot of {@code names} rows, {@code faulty} of which have it} */
    public Spoils on(int names, int faulty) {
        boolean lifted = ballotIfOneName && names == 1 || ballotIfEveryRow && faulty == names;
        return lifted ? Spoils.BALLOT : spoils;
    }
}
