package dev.pedigree.corpus;

/** What the tools call the reasons for which an answer ends. */
final class Finish {
    private Finish() {}

    static FinishReason of(Json reason) {
        return of(reason.isObject() ? reason.first("reason", "type").label() : reason.label());
    }

    /** A stop sequence of the caller gives UNKNOWN: it may have ended the answer anywhere. */
    static FinishReason of(String reason) {
        switch (reason) {
            case "stop":
            case "STOP":
            case "end_turn":
            case "eos":
            case "eos_token":
            case "endoftext":
            case "eosFound":
            case "completed":
            case "complete":
            case "COMPLETE":
                return FinishReason.STOP;
            case "length":
            case "max_tokens":
            case "MAX_TOKENS":
            case "max_output_tokens":
            case "model_length":
            case "maxPredictedTokensReached":
            case "contextLengthReached":
            case "model_context_window_exceeded":
                return FinishReason.LENGTH;
            case "content_filter":
            case "refusal":
            case "filter":
            case "SAFETY":
            case "RECITATION":
            case "BLOCKLIST":
            case "PROHIBITED_CONTENT":
            case "SPII":
                return FinishReason.FILTER;
            case "tool_calls":
            case "tool_call":
            case "tool_use":
            case "function_call":
                return FinishReason.TOOL_CALL;
            default:
                return FinishReason.UNKNOWN;
        }
    }
}
