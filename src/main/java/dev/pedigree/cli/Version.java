package dev.pedigree.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"pedigree " + number()};
    }

    static String number() {
        String number = Version.class.getPackage().getImplementationVersion();
        return number == null ? "(not from a jar)" : number;
    }
}
