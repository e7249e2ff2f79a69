package dev.pedigree.identity;

/**
 * What a phrase does in a claim, as sets of bits: the classes that clauses are made of, which are asked for several at a time. Finer
 * distinctions are {@link Trait}s. The phrases of each language stand in {@code cues.tsv} under these names.
 */
final class Cue {
    /** The speaker. */
    static final long SELF = 1L;
    /** Belonging to the speaker. */
    static final long MY = 1L << 1;
    /** The speaker with others. */
    static final long WE = 1L << 2;
    /** Belonging to the speaker with others. */
    static final long OUR = 1L << 3;
    /** To be. */
    static final long BE = 1L << 4;
    /** A form of a verb that has its own subject. */
    static final long FINITE = 1L << 5;
    /** Other helping verbs. */
    static final long AUX = 1L << 6;
    /** To develop, create, train. */
    static final long DEV = 1L << 7;
    /** Marks the maker. */
    static final long BY = 1L << 8;
    /** Of, from, at. */
    static final long OF = 1L << 9;
    /** Part, version, product: nouns that take "of". */
    static final long PART = 1L << 10;
    /** Called, known as. */
    static final long NAMED = 1L << 11;
    /** The speaker's name. */
    static final long NAME = 1L << 12;
    /** Based on, powered by. */
    static final long ARCH = 1L << 13;
    /** Those who make: developers, company, team. */
    static final long AGENT = 1L << 14;
    /** What the speaker may be: assistant, language model. */
    static final long AI = 1L << 15;
    /** Not. */
    static final long NEG = 1L << 16;
    /** Like, than, similar to. */
    static final long COMPARE = 1L << 17;
    /** But, while, whereas. */
    static final long CONTRAST = 1L << 18;
    /** And, or. */
    static final long AND = 1L << 19;
    /** Which, who, that. */
    static final long REL = 1L << 20;
    /** If, imagine. */
    static final long HYPO = 1L << 21;
    /** To say. */
    static final long SPEECH = 1L << 22;
    /** The person spoken to. */
    static final long YOU = 1L << 23;
    /** Somebody else. */
    static final long THIRD = 1L << 24;
    /** In the role of. */
    static final long AS = 1L << 25;
    /** This assistant: the speaker in the third person. */
    static final long THISAI = 1L << 26;
    /** Responsible for, behind. */
    static final long BEHIND = 1L << 27;
    /** Rules. */
    static final long POLICY = 1L << 28;
    /** The same. */
    static final long SAME = 1L << 29;
    /** A, the. */
    static final long DET = 1L << 30;
    /** Just, actually, also. */
    static final long ADV = 1L << 31;
    /** In, on, with, about. */
    static final long PREP = 1L << 32;
    /** Headquarters, servers. */
    static final long PLACE = 1L << 33;
    /** It, where it stands for nothing: "it is important". */
    static final long EXPLETIVE = 1L << 34;
    /** Technology, architecture. */
    static final long TECH = 1L << 35;
    /** Both. */
    static final long BOTH = 1L << 36;
    /** Ends what belongs to the topic, as Japanese and Korean particles do. */
    static final long TOPIC = 1L << 37;
    /** A person's callings: engineer, fan. */
    static final long PERSON = 1L << 38;
    /** What somebody thinks or says to be so. */
    static final long OPINION = 1L << 41;
    /** Other things that an assistant has: knowledge, abilities, answers. */
    static final long OWN = 1L << 43;
    /** Sibling, cousin: of the same family. */
    static final long KIN = 1L << 44;
    /** Ties, relation: what one has, or has not, with a house. */
    static final long LINK = 1L << 45;
    /** To work at, to sit at, to be part of: what ties people to a house. */
    static final long WORK = 1L << 46;
    /** To break, to follow: what ties a deed to a rule. */
    static final long HEED = 1L << 47;

    /** An alias of the lexicon. */
    static final long ENTITY = 1L << 48;
    /** A word that is no cue. */
    static final long WORD = 1L << 49;
    /** A word with a capital. */
    static final long CAPITAL = 1L << 50;
    /** The 's of a possessor, and what does the same work in other languages. */
    static final long POSSESSIVE = 1L << 51;
    /** A comma. */
    static final long COMMA = 1L << 52;
    /** An opening bracket. */
    static final long OPEN = 1L << 53;
    /** A closing bracket. */
    static final long CLOSE = 1L << 54;
    /** A quotation mark. */
    static final long QUOTE = 1L << 55;
    /** A dash. */
    static final long DASH = 1L << 56;
    /** A colon. */
    static final long COLON = 1L << 57;
    /** A semicolon. */
    static final long SEMICOLON = 1L << 58;
    /** A full stop, question or exclamation mark inside the sentence. */
    static final long STOP = 1L << 59;
    /** To live, to be hosted, to run: where one is. */
    static final long HOST = 1L << 60;
    /** To belong, to come from, to be born: whose one is. */
    static final long BELONG = 1L << 61;
    /** On, upon, over, where it says what something is built on. */
    static final long UPON = 1L << 62;

    /** What only people are and have: callings, a household; with {@link #SELF}, what only people say of themselves. */
    static final long LIFE = 1L << 63;

    private Cue() {}

    /** The bits that a name in {@code cues.tsv} stands for; 0 for a name that is none of these. */
    static long named(String name) {
        return switch (name) {
            case "SELF" -> SELF;
            case "MY" -> MY;
            case "WE" -> WE;
            case "OUR" -> OUR;
            case "BE" -> BE;
            case "FINITE" -> FINITE;
            case "AUX" -> AUX;
            case "DEV" -> DEV;
            case "BY" -> BY;
            case "OF" -> OF;
            case "PART" -> PART;
            case "NAMED" -> NAMED;
            case "NAME" -> NAME;
            case "ARCH" -> ARCH;
            case "AGENT" -> AGENT;
            case "AI" -> AI;
            case "NEG" -> NEG;
            case "COMPARE" -> COMPARE;
            case "CONTRAST" -> CONTRAST;
            case "AND" -> AND;
            case "REL" -> REL;
            case "HYPO" -> HYPO;
            case "SPEECH" -> SPEECH;
            case "YOU" -> YOU;
            case "THIRD" -> THIRD;
            case "AS" -> AS;
            case "THISAI" -> THISAI;
            case "BEHIND" -> BEHIND;
            case "POLICY" -> POLICY;
            case "SAME" -> SAME;
            case "DET" -> DET;
            case "ADV" -> ADV;
            case "PREP" -> PREP;
            case "PLACE" -> PLACE;
            case "EXPLETIVE" -> EXPLETIVE;
            case "TECH" -> TECH;
            case "BOTH" -> BOTH;
            case "TOPIC" -> TOPIC;
            case "PERSON" -> PERSON;
            case "OWN" -> OWN | WORD;
            case "OPINION" -> OPINION;
            case "POSSESSIVE" -> POSSESSIVE;
            case "KIN" -> KIN | WORD;
            case "LINK" -> LINK | WORD;
            case "WORK" -> WORK | WORD;
            case "HEED" -> HEED | WORD;
            case "HOST" -> HOST | WORD;
            case "BELONG" -> BELONG | WORD;
            case "UPON" -> UPON;
            case "LIFE" -> LIFE | WORD;
            case "WORD" -> WORD;
            default -> 0;
        };
    }
}
