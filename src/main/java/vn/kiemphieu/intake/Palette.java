package vn.kiemphieu.intake;

import java.util.Arrays;

/** The tables of an image whose samples are numbers of colours. A palette of greys gives a grey image. */
final class Palette {

    private Palette() {}

    /**
     * {@return one table for greys, else three: blue, green, red}
     *
     * @param colours red, green and blue in turn
     * @param from the number of the colour that the lowest sample means, {@code to} the highest
     */
    static byte[][] tables(byte[] colours, double from, double to, int bits) {
        int last = (1 << bits) - 1;
        byte[][] tables = new byte[3][last + 1];
        for (int sample = 0; sample <= last; sample++) {
            long asked = Math.round(from + (to - from) * sample / last);
            // A number beyond the palette means its last colour, as all viewers have it.
            int colour = (int) Math.max(0, Math.min(colours.length / 3 - 1, asked));
            for (int channel = 0; channel < 3; channel++) {
                tables[channel][sample] = colours[colour * 3 + 2 - channel];
            }
        }
        boolean grey = Arrays.equals(tables[0], tables[1]) && Arrays.equals(tables[1], tables[2]);
        return grey ? new byte[][] {tables[0]} : tables;
    }
}
