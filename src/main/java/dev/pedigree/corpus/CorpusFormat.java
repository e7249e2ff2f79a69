package dev.pedigree.corpus;

import java.util.List;

/** The formats that can be read. */
public enum CorpusFormat {
    /** Pedigree's own JSON Lines. */
    PEDIGREE(
            "pedigree",
            "Pedigree JSONL",
            "an answer per line: id, prompt, response, reasoning, model, lang, sample, finish",
            FormatRecipe.rows(PedigreeRecords::accepts, file -> new PedigreeRecords())),
    /** Conversations as OpenAI's fine-tuning takes them. */
    OPENAI_CHAT(
            "openai-chat",
            "OpenAI chat JSONL",
            "conversations as lists of messages with role and content (fine-tuning files, chat data sets)",
            FormatRecipe.rows(ConversationRecords::isChat, file -> new ConversationRecords())),
    /** The output of a batch, with its input beside it. */
    OPENAI_BATCH(
            "openai-batch",
            "OpenAI and Anthropic batch output",
            "batch results, joined on custom_id with the batch input that stands in the same folder",
            FormatRecipe.rows(BatchRecords::isOutput, file -> new BatchRecords(file.questions()))),
    /** Bodies of chat completions, also of the servers that speak the same protocol. */
    OPENAI_REPLIES(
            "openai-replies",
            "Chat completion bodies",
            "replies of OpenAI's chat completions, vLLM, OpenRouter and others (choices[].message)",
            replies(Replies::isChat)),
    /** Bodies of OpenAI's Responses API. */
    OPENAI_RESPONSES(
            "openai-responses",
            "Responses API bodies",
            "replies of OpenAI's Responses API (output[].content[].text)",
            replies(Replies::isResponses)),
    /** Bodies of Anthropic's Messages API. */
    ANTHROPIC_REPLIES(
            "anthropic-replies",
            "Anthropic message bodies",
            "replies of Anthropic's Messages API (content[].text, thinking apart)",
            replies(Replies::isAnthropic)),
    /** Bodies of Gemini's generateContent. */
    GEMINI_REPLIES(
            "gemini-replies",
            "Gemini reply bodies",
            "replies of Gemini's generateContent (candidates[].content.parts[].text)",
            replies(Replies::isGemini)),
    /** Replies of Ollama, whole or streamed. */
    OLLAMA_REPLIES(
            "ollama-replies",
            "Ollama replies",
            "replies of Ollama's generate and chat, whole or in streamed pieces",
            FormatRecipe.rows(OllamaRecords::accepts, file -> new OllamaRecords())),
    /** Bodies of Bedrock's Converse. */
    CONVERSE_REPLIES(
            "converse-replies",
            "Bedrock Converse bodies",
            "replies of Bedrock's Converse (output.message.content[].text, reasoning apart)",
            replies(OtherReplies::isConverse)),
    /** Bodies of other providers. */
    OTHER_REPLIES(
            "other-replies",
            "Reply bodies of other providers",
            "replies of Cohere, llama.cpp, Llama and Titan on Bedrock, watsonx, DashScope, Replicate",
            replies(body -> OtherReplies.accepts(body) && !OtherReplies.isConverse(body))),
    /** The pieces of streamed replies. */
    REPLY_STREAMS(
            "reply-streams",
            "Streamed replies",
            "pieces of streams of OpenAI, Anthropic, Bedrock and llama.cpp, as events or one per line",
            FormatRecipe.rows(StreamRecords::accepts, file -> new StreamRecords())),
    /** Shared conversations. */
    SHAREGPT(
            "sharegpt",
            "ShareGPT",
            "conversations as lists of from and value",
            FormatRecipe.rows(ConversationRecords::isShareGpt, file -> new ConversationRecords())),
    /** Instructions with outputs. */
    ALPACA(
            "alpaca",
            "Alpaca",
            "instruction, input, output",
            FormatRecipe.rows(InstructionRecords::isAlpaca, file -> new InstructionRecords())),
    /** Outputs of AlpacaEval. */
    ALPACA_EVAL(
            "alpaca-eval",
            "AlpacaEval",
            "model_outputs.json (instruction, output, generator) and annotations.json (two outputs)",
            FormatRecipe.rows(InstructionRecords::isAlpacaEval, file -> new InstructionRecords())),
    /** Samples of the LM Evaluation Harness. */
    LM_EVAL(
            "lm-eval",
            "LM Evaluation Harness samples",
            "samples_*.jsonl (doc_id, arguments, resps); the model's name is taken from the results file or the folder",
            FormatRecipe.rows(LmEvalRecords::accepts, file -> new LmEvalRecords(Companions.lmEvalModel(file.file())))),
    /** Logs of Inspect, as JSON or in their archive. */
    INSPECT(
            "inspect",
            "Inspect logs",
            ".json logs and .eval archives of Inspect (samples with messages and output)",
            FormatRecipe.rows(InspectRecords::isSample, file -> new InspectRecords())
                    .inDocument(InspectRecords::isLog, List.of("samples"), List.of("eval", "status", "error"))),
    /** Results of promptfoo. */
    PROMPTFOO(
            "promptfoo",
            "promptfoo results",
            "JSON output of promptfoo (results.results) or its rows, one per line",
            FormatRecipe.rows(PromptfooRecords::isRow, file -> new PromptfooRecords())
                    .inDocument(PromptfooRecords::isDocument, List.of("results.results", "results"), List.of())),
    /** Reports of garak. */
    GARAK(
            "garak",
            "garak reports",
            "report.jsonl and hitlog.jsonl of garak",
            FormatRecipe.rows(GarakRecords::accepts, file -> new GarakRecords())),
    /** Request states of HELM. */
    HELM(
            "helm",
            "HELM scenario states",
            "scenario_state.json of a HELM run",
            FormatRecipe.rows(json -> false, file -> new HelmRecords())
                    .inDocument(HelmRecords::accepts, List.of("request_states"), List.of("adapter_spec"))),
    /** Events of OpenAI's evals. */
    OPENAI_EVALS(
            "openai-evals",
            "OpenAI evals",
            "event logs of OpenAI's evals: the sampling events",
            FormatRecipe.rows(OpenAiEvalsRecords::accepts, file -> new OpenAiEvalsRecords())),
    /** Answers to MT-bench, and to Arena-Hard in its first form. */
    MT_BENCH(
            "mt-bench",
            "MT-bench model answers",
            "model_answer files (question_id, model_id, choices[].turns), joined with question.jsonl",
            FormatRecipe.rows(JudgedRecords::accepts, file -> new JudgedRecords(file.questions()))),
    /** Answers to Arena-Hard in its later form. */
    ARENA_HARD(
            "arena-hard",
            "Arena-Hard model answers",
            "model_answer files with uid, ans_id, model and messages",
            FormatRecipe.rows(ConversationRecords::isArenaHard, file -> new ConversationRecords())),
    /** Conversations of LMSYS-chat-1M. */
    LMSYS_CHAT(
            "lmsys-chat",
            "LMSYS-chat-1M",
            "conversation_id, model, conversation",
            FormatRecipe.rows(ConversationRecords::isLmsys, file -> new ConversationRecords())),
    /** Battles of the arena: two models answer the same prompt. */
    ARENA_BATTLES(
            "arena-battles",
            "Chatbot Arena battles",
            "model_a, model_b, conversation_a, conversation_b: both sides are read",
            FormatRecipe.rows(ConversationRecords::isBattle, file -> new ConversationRecords())),
    /** Conversations of WildChat. */
    WILDCHAT(
            "wildchat",
            "WildChat",
            "conversation_hash, model, conversation",
            FormatRecipe.rows(ConversationRecords::isWildChat, file -> new ConversationRecords())),
    /** Bare conversations, as the study of LLM idiosyncrasies publishes them. */
    MESSAGE_LISTS(
            "llm-idiosyncrasies",
            "llm-idiosyncrasies pairs",
            "a list of conversations, each a bare list of messages",
            FormatRecipe.rows(ConversationRecords::isPair, file -> new ConversationRecords())),
    /** Generations of slop-forensics. */
    SLOP_FORENSICS(
            "slop-forensics",
            "slop-forensics generations",
            "source, id, prompt, model, output",
            FormatRecipe.rows(SmallRecords::isSlopForensics, file -> SmallRecords::slopForensics)),
    /** Test cases of DeepEval. */
    DEEPEVAL(
            "deepeval",
            "DeepEval test cases",
            "test runs or lists of cases with input and actualOutput (or actual_output), or with turns",
            FormatRecipe.rows(SmallRecords::isDeepEvalCase, file -> SmallRecords::deepEval)
                    .inDocument(
                            json -> json.get("testCases").isArray()
                                    || json.get("test_cases").isArray()
                                    || json.get("conversationalTestCases").isArray()
                                    || json.get("testRunData").get("testCases").isArray(),
                            List.of(
                                    "testCases",
                                    "test_cases",
                                    "conversationalTestCases",
                                    "conversational_test_cases",
                                    "testRunData.testCases",
                                    "testRunData.conversationalTestCases"),
                            List.of())),
    /** Results of the ICE jailbreak study. */
    ICE(
            "ice",
            "ICE attack results",
            "jailbreak_prompt, query, target_responses",
            FormatRecipe.rows(SmallRecords::isIce, file -> SmallRecords::ice)),
    /** Traces of LLMmap. */
    LLMMAP(
            "llmmap",
            "LLMmap traces",
            "llm, traces: pairs of query and answer",
            FormatRecipe.rows(SmallRecords::isLlmmap, file -> SmallRecords::llmmap)),
    /** Spans of traces. */
    SPANS(
            "spans",
            "OpenTelemetry and OpenInference spans",
            "spans with gen_ai or llm attributes, as OTLP, objects or flattened names",
            FormatRecipe.rows(SpanRecords::accepts, file -> new SpanRecords())
                    .inDocument(SpanRecords::accepts, List.of("resourceSpans"), List.of())),
    /** Conversations as people download them. */
    CHAT_EXPORTS(
            "chat-exports",
            "Exports and kept chats",
            "conversations.json of ChatGPT, Claude, DeepSeek; chats that LM Studio and text-generation-webui keep",
            FormatRecipe.rows(ExportRecords::accepts, file -> new ExportRecords())),
    /** Histories of agents. */
    AGENT_HISTORIES(
            "agent-histories",
            "Histories of AutoGen and Pydantic AI",
            "messages with source and type (results, states, chat results), or requests and responses with parts",
            FormatRecipe.rows(AgentRecords::accepts, file -> new AgentRecords())),
    /** Trees of messages of OpenAssistant. */
    OASST(
            "oasst",
            "OpenAssistant trees",
            "message_tree_id, prompt with replies below replies",
            FormatRecipe.rows(OasstRecords::accepts, file -> OasstRecords::tree)),
    /** One message per record. */
    MESSAGE_ROWS(
            "message-rows",
            "One message per record",
            "sessions of Claude Code and Codex, SillyTavern, PyRIT, LangChain, threads of assistants, bare messages",
            FormatRecipe.rows(MessageRows::accepts, file -> new MessageRows())),
    /** Answers side by side. */
    ANSWER_PAIRS(
            "answer-pairs",
            "Answers side by side",
            "a prompt with response_a and response_b (or _0, _1) and their models, as the arena's tables have them",
            FormatRecipe.rows(SideRecords::accepts, file -> SideRecords::sides)),
    /** Dialogues of UltraChat. */
    ULTRACHAT(
            "ultrachat",
            "UltraChat",
            "id and data: the turns of a dialogue as a list of texts",
            FormatRecipe.rows(SmallRecords::isUltraChat, file -> SmallRecords::ultraChat)),
    /** Predictions of OpenCompass. */
    OPENCOMPASS(
            "opencompass",
            "OpenCompass predictions",
            "origin_prompt and prediction, by number",
            FormatRecipe.rows(SmallRecords::isOpenCompass, file -> SmallRecords::openCompass)),
    /** Conversations in a chat template. */
    TEMPLATES(
            "templates",
            "Texts in a chat template",
            "text: a conversation that is in a model's chat template already",
            FormatRecipe.rows(TemplateRecords::accepts, file -> TemplateRecords::conversation)),
    /** Tables written as columns. */
    COLUMNS(
            "columns",
            "JSON by columns",
            "a table as pandas writes it by columns, or lists of prompts and responses",
            FormatRecipe.rows(ColumnRecords::accepts, file -> ColumnRecords::columns)),
    /** Any JSON records whose fields are named by the caller or by common names. */
    FIELDS(
            "fields",
            "JSON with named fields",
            "any records with prompt and completion, question and answer, or fields that the caller names",
            FormatRecipe.rows(FieldRecords::accepts, file -> new FieldRecords(file.columns()))),
    /** Tables with a header line. */
    TABLE(
            "table",
            "CSV and TSV",
            "a table with a header line; columns by common names or as the caller names them",
            FormatRecipe.container()),
    /** Text files, each one answer. */
    TEXT(
            "text",
            "Text files",
            "a folder of .txt or .md files, each of them one answer, named for its prompt",
            FormatRecipe.container());

    private final String id;
    private final String title;
    private final String description;
    private final FormatRecipe recipe;

    CorpusFormat(String id, String title, String description, FormatRecipe recipe) {
        this.id = id;
        this.title = title;
        this.description = description;
        this.recipe = recipe;
    }

    private static FormatRecipe replies(java.util.function.Predicate<Json> shape) {
        return FormatRecipe.rows(json -> ReplyRecords.accepts(json, shape), file -> new ReplyRecords(file.questions()));
    }

    /**
     * The name by which commands and reports call the format.
     *
     * @return the name, in lower case with hyphens
     */
    public String id() {
        return id;
    }

    /**
     * What people call the format.
     *
     * @return the title
     */
    public String title() {
        return title;
    }

    /**
     * What the files look like, in one line.
     *
     * @return the description
     */
    public String description() {
        return description;
    }

    /**
     * The format of that name.
     *
     * @param id a name as {@link #id} gives it
     * @return the format
     * @throws IllegalArgumentException if there is no such format; the message lists those there are
     */
    public static CorpusFormat of(String id) {
        StringBuilder known = new StringBuilder();
        for (CorpusFormat format : values()) {
            if (format.id.equals(id)) {
                return format;
            }
            known.append(known.length() == 0 ? "" : ", ").append(format.id);
        }
        throw new IllegalArgumentException("no format is called \"" + id + "\"; there are " + known);
    }

    FormatRecipe recipe() {
        return recipe;
    }

    boolean accepts(Json first) {
        return recipe.row().test(first) || recipe.root().test(first);
    }
}
