package dev.pedigree.identity;

/**
 * What a word or phrase is besides what it does in its clause ({@link Cue}): finer distinctions, of any number, which are asked for one at a
 * time. The words of each stand in {@code cues.tsv}, either as phrases of a language under this name, or for all languages at once as a
 * list of words ({@code =NAME}).
 */
enum Trait {
    /** Before a name, it introduces the speaker: "you're talking to". */
    INTRO,
    /** After a name, it introduces the speaker: "here", "speaking". */
    HERE,
    /** Both of two. */
    BOTH,
    /** What somebody holds to be not so. */
    DOUBT,
    /** Ties, relation: what one has, or has not, with a house. */
    LINK,
    /** To break, to follow: what ties a deed to a rule. */
    HEED,
    /** Inside the speaker, "under the hood". */
    INSIDE,

    /** A pronoun that cannot be what is called or made: "I". */
    SUBJECT,
    /** The speaker as what somebody made: "me". */
    OBJECT,
    /** An ending that marks what is made, in Japanese and Korean. */
    ACCUSATIVE,
    /** The speaker as who does something, in a clause of its own before a noun: "私が使っている…は". */
    NOMINATIVE,
    /** An ending of adjectives, in Russian, where they stand before the noun that the speaker is. */
    ADJECTIVE,
    /** An ending of a verb whose subject acts, in Russian; short participles end otherwise. */
    ACTIVE,
    /** What is in a verb whose subject is acted upon, in Japanese and Korean. */
    PASSIVE,
    /** An article that makes a common noun of the word after it: "a". */
    INDEFINITE,

    /** To use something, by itself. */
    USE,
    /** The speaker's using something: "I use". */
    OWN_USE,
    /** The speaker's relying on something: "I run on". */
    OWN_BASE,
    /** Others' using something. */
    OTHERS_USE,
    /** To depend on somebody. */
    DEPEND,
    /** To make, which has other objects than what is made: "made me think". */
    CAUSE,
    /** To be born. */
    BIRTH,
    /** What houses do for people too: to support, to fund. */
    UNDERGONE,
    /** What is done to people, and not to models: to hire, to tell. */
    PERSONAL,
    /** To make better, what is done to models as to anything else. */
    IMPROVE,
    /** Being owed to somebody: attributed, due. */
    OWED,
    /** To let or to forbid. */
    LICENCE,
    /** What an assistant does for people. */
    HELP,
    /** What belongs to the verb before the speaker as its object: "set me up". */
    PARTICLE,

    /** People who work on something: a team, engineers. */
    TEAM,
    /** People who work together, as distinct from their house. */
    GROUP,
    /** Who owns: a company, a parent. */
    OWNER,
    /** A company, and not its parent. */
    COMPANY,
    /** Being one of several people: a member, to belong. */
    MEMBER,
    /** What people have, be it a program of theirs: an assistant, a project. */
    THING,
    /** Coming to be, which only what was made owes to a house. */
    EXISTENCE,
    /** To be there at all. */
    EXIST,
    /** To keep from doing. */
    REFUSE,
    /** That is to say: before another name of the same. */
    NAMELY,
    /** To be owed, of the speaker: "I owe". */
    OWE,
    /** Because of, without: what somebody is owed for. */
    REASON,
    /** What names of companies and laboratories end with. */
    HOUSE,

    /** An ending of verbs whose subject, left out, is people: "dicen". */
    THEY,
    /** A word that opens a conversation. */
    GREETING,
    /** What one does in a conversation: to talk, to answer, to type. */
    TALK,
    /** To teach, which is done to models as well as to people. */
    TEACH,
    /** With others of its kind: "including". */
    INCLUDE,
    /** A share in what is done: a role, a part, a hand. */
    SHARE,
    /** In company with. */
    WITH,
    /** Where one comes from, and not where one is. */
    ORIGIN,
    /** Right before a place. */
    PLACED,
    /** A place that was named before: "there". */
    THERE,
    /** Of a relative pronoun: belonging to what stands before it. */
    WHOSE,
    /** This or that, before what was named before. */
    POINTING,
    /** Of a pronoun that means people and no house: "he". */
    HUMAN,
    /** Agreeing to what was asked: "yes". */
    ASSENT,
    /** Belonging to the person spoken to: "your". */
    YOURS,
    /** The person spoken to with its verb: "you are". */
    YOU_ARE
}
