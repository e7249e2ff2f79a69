package dev.pedigree.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that branches: whoever asks again, or edits a question, makes another branch. Each turn of the assistant is an answer;
 * its prompt is the way from the root to it. Later answers on a way count on: the second is "#2".
 */
final class MessageTree {
    private record Node(@Nullable String parent, @Nullable Turn turn) {}

    private final Map<String, Node> nodes = new LinkedHashMap<>();

    /** Adds a node; one that says nothing has no turn. */
    void add(String id, @Nullable String parent, @Nullable Turn turn) {
        nodes.put(id, new Node(parent, turn));
    }

    void emit(Draft base, Sink out) {
        int answers = 0;
        for (Node node : nodes.values()) {
            Turn turn = node.turn;
            if (turn == null || !turn.isAnswer() || turn.text().isEmpty()) {
                continue;
            }
            StringBuilder reasoning = new StringBuilder(turn.reasoning());
            List<Message> before = new ArrayList<>();
            boolean thinking = true;
            List<Turn> way = way(node);
            for (int i = way.size() - 1; i >= 0; i--) {
                Turn earlier = way.get(i);
                thinking &= earlier.role() == Role.ASSISTANT && earlier.text().isEmpty();
                if (thinking) {
                    reasoning.insert(0, earlier.reasoning() + (reasoning.length() == 0 ? "" : "\n\n"));
                } else if (!earlier.text().isEmpty()) {
                    before.add(0, earlier.message());
                }
            }
            answers++;
            out.answer(base.copy()
                    .turn(answers)
                    .prompt(Turn.context(before))
                    .text(turn.text())
                    .reasoning(reasoning.toString())
                    .model(turn.model().isEmpty() ? base.model : turn.model())
                    .finish(turn.finish()));
        }
        if (answers == 0) {
            out.noAnswer("the conversation holds no answer of the assistant");
        }
    }

    /** The turns above the node, from the root; a ring of parents, which no tool writes, ends where it closes. */
    private List<Turn> way(Node node) {
        List<Turn> way = new ArrayList<>();
        Node at = node.parent == null ? null : nodes.get(node.parent);
        for (int steps = 0; at != null && steps < nodes.size(); steps++) {
            if (at.turn != null) {
                way.add(0, at.turn);
            }
            at = at.parent == null ? null : nodes.get(at.parent);
        }
        return way;
    }
}
