package dev.pedigree.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts the pieces of Gemini's streams together. A piece is a reply of which the candidate has no reason for its end; the next piece
 * with one ends the stream. Where no record of a file has one, and none has an id, the log has left the reasons out, and the records
 * are whole replies.
 */
final class GeminiPieces {
    /** No stream has more; so many records without a reason and an id are whole replies. */
    private static final int MOST = 4096;

    private final List<Draft> pieces = new ArrayList<>();
    private String id = "";
    private boolean areWhole;

    /** Takes a reply that belongs to a stream; hands on the answer where it ends one. False for a reply that is whole. */
    boolean take(Json body, Draft base, Sink out) throws BadRecord {
        if (body.get("candidates").size() != 1 || areWhole) {
            return false;
        }
        String reply = body.first("responseId", "response_id").label();
        if (!pieces.isEmpty() && !reply.equals(id)) {
            giveUp(out);
        }
        Json candidate = body.get("candidates").get(0);
        Json reason = candidate.first("finishReason", "finish_reason");
        boolean ends = !reason.isAbsent() && !reason.label().equals("FINISH_REASON_UNSPECIFIED");
        if (ends && pieces.isEmpty()) {
            return false;
        }
        Content content = Content.of(candidate.get("content"), Role.ASSISTANT);
        Draft piece = base.copy().text(content.text()).reasoning(content.reasoning());
        String model = body.first("modelVersion", "model_version", "model").label();
        pieces.add(piece.model(model.isEmpty() ? base.model : model).id(base.id.isEmpty() ? out.place() : base.id));
        id = reply;
        if (ends) {
            join(Finish.of(reason), out);
        } else if (pieces.size() == MOST && id.isEmpty()) {
            end(out);
        }
        return true;
    }

    /** The pieces so far are all of one reply, whether they say so or not. */
    void endOfReply(Sink out) {
        if (!pieces.isEmpty()) {
            join(FinishReason.UNKNOWN, out);
        }
    }

    void end(Sink out) {
        if (id.isEmpty()) {
            areWhole = true;
            pieces.forEach(whole -> Replies.emit(whole, null, out));
            pieces.clear();
        } else if (!pieces.isEmpty()) {
            giveUp(out);
        }
    }

    private void giveUp(Sink out) {
        pieces.clear();
        out.noAnswer("the streamed reply ends before a piece that says why");
    }

    private void join(FinishReason finish, Sink out) {
        StringBuilder text = new StringBuilder();
        StringBuilder reasoning = new StringBuilder();
        for (Draft piece : pieces) {
            text.append(piece.text);
            reasoning.append(piece.reasoning);
        }
        Draft whole = pieces.get(0)
                .copy()
                .text(text.toString())
                .reasoning(reasoning.toString())
                .finish(finish);
        pieces.clear();
        Replies.emit(whole, null, out);
    }
}
