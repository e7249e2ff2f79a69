package dev.pedigree.reference;

import java.util.List;

/**
 * One model's answers to one prompt set, as the library keeps them.
 *
 * @param model the model
 * @param promptSet the ordinal of the prompt set in the library
 * @param responses how many answers there are
 * @param traits what they are like apart from wording
 * @param codes its blocks in each feature space, in units of the space: [spaces][blocks][directions]
 * @param coordinates the same as numbers
 */
record Entry(
        ReferenceModel model,
        int promptSet,
        long responses,
        AnswerTraits traits,
        byte[][][] codes,
        double[][][] coordinates) {

    static Entry of(
            ReferenceModel model,
            int promptSet,
            long responses,
            AnswerTraits traits,
            byte[][][] codes,
            List<FeatureSpace> spaces) {
        double[][][] coordinates = new double[codes.length][][];
        for (int s = 0; s < codes.length; s++) {
            float[] units = spaces.get(s).units();
            coordinates[s] = new double[codes[s].length][units.length];
            for (int b = 0; b < codes[s].length; b++) {
                for (int k = 0; k < units.length; k++) {
                    coordinates[s][b][k] = codes[s][b][k] * (double) units[k];
                }
            }
        }
        return new Entry(model, promptSet, responses, traits, codes, coordinates);
    }
}
