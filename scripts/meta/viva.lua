---@meta viva
-- What scripts see, for editors that understand LuaCATS annotations (lua-language-server and those built on it). Never run. The contract in words is
-- scripts/README.md; a test keeps this file in step with what the engine registers.

-- Texts and plain data --------------------------------------------------------------------------------------------------------------------

---A string, or one for each language; a language's own may be a list of lines.
---@alias Text string | { en: string | string[], zh: string | string[] }

---@alias Language "en" | "zh"

---A value without functions: what JSON can say.
---@alias PlainData nil | boolean | number | string | table

---The string of a text in that language, of the other one when it is missing.
---@param value Text
---@param lang Language
---@return string
function localized(value, lang) end

-- Question types --------------------------------------------------------------------------------------------------------------------------

---A question: the common fields and those that its type declares. Read-only. Without its secret fields in `present`.
---@class Question
---@field id string
---@field type string
---@field prompt Text
---@field topics? string[]
---@field level? "junior" | "mid" | "senior"
---@field difficulty? integer
---@field seconds integer
---@field code? { language: string, text: Text }
---@field [string] any

---@class View
---@field lang Language

---@class Presentation
---@field body? Text Markdown below the prompt and the code
---@field input? "line" | "text" | "code" how much is typed; "text" by default
---@field help? Text how to answer
---@field prompt? Text instead of the question's own

---@class Part
---@field id string names the part in reports and in `when` of follow-ups
---@field credit number 0..1; of a misconception its penalty, 0 or negative
---@field weight? number 1 by default
---@field note? Text what the candidate reads
---@field spans? integer[][] pairs: 0-based half-open bytes of an answer that is a string
---@field kind? "point" | "misconception" | "stance"
---@field stance? "right" | "wrong" | "none"

---@class Grade
---@field credit number 0..1
---@field parts? Part[]
---@field review? boolean whether a person should look at it
---@field band? number[] { low, high }: what people would most likely give, 0..1

---@class Environment
---@field grade fun(type: string, q: Question, response: PlainData): Grade grades with another type
---@field parse fun(type: string, q: Question, input: PlainData): PlainData, Text | Text[] | nil reads with another type

---@class Fault
---@field path string where in the question, such as "/options/2/why" (0-based)
---@field message string what is wrong, and how to mend it

---@class Trial
---@field passed integer
---@field total integer
---@field text Text Markdown
---@field cases { name: string, verdict: string }[]

---@class QuestionType
---@field name string small letters, digits and "-"
---@field description Text one sentence
---@field fields table<string, Field> what a question of this type has beside the common fields
---@field grade fun(q: Question, response: PlainData, env: Environment): Grade pure: the same answer gets the same grade
---@field present? fun(q: Question, view: View): Presentation
---@field parse? fun(q: Question, input: PlainData): PlainData, Text | Text[] | nil the response and warnings, or nil and why it cannot be read
---@field validate? fun(q: Question): Fault[]
---@field key? fun(q: Question): PlainData an input that gets full marks, or nil
---@field clarify? fun(q: Question, input: PlainData): Text[]? what the interviewer says to an input that only asks; nil when it is an answer
---@field starter? fun(q: Question): Text? what the editor opens with
---@field try? fun(q: Question, input: PlainData, wish: { hidden: boolean? }): Trial runs a program on its examples, or on all cases
---@field generate? fun(q: Question, random: fun(most: integer): integer): table fields that replace those of `q`

---@param registration QuestionType
function question_type(registration) end

-- Fields ----------------------------------------------------------------------------------------------------------------------------------

---A declared field: a name such as "text", "integer 1..8" or "string?", a table of fields (a list item or record), or what the calls below return.
---@alias Field string | table | FieldSpec

---@class FieldSpec

---list{ "string" }, or list{ text = "text", why = "text?" } for a list of objects.
---@param of table
---@return FieldSpec
function list(of) end

---Like list, but an object with any keys.
---@param of table
---@return FieldSpec
function map(of) end

---@param fields table<string, Field>
---@return FieldSpec
function record(fields) end

---@param values string[]
---@return FieldSpec
function one_of(values) end

---Never reaches `present` or a round.
---@param field Field
---@return FieldSpec
function secret(field) end

---What stands where is the key: `present` gets it, to show it in another order; `viva show --json` leaves it out.
---@param field Field
---@return FieldSpec
function order_is_key(field) end

---@param field Field
---@return FieldSpec
function optional(field) end

---How many items: count(list{ "text" }, "3..8").
---@param field FieldSpec
---@param range string
---@return FieldSpec
function count(field, range) end

-- Scoring rules ---------------------------------------------------------------------------------------------------------------------------

---{ default, help } or { default, help, values allowed }. The default gives the type.
---@alias Option { [1]: number | string | boolean, [2]: Text, [3]: (number | string)[]? }

---@alias Verdict "correct" | "partial" | "incorrect" | "skipped" | "invalid" | "ungraded"

---One graded answer.
---@class Result
---@field id string
---@field type string
---@field verdict Verdict
---@field credit? number 0..1; nil when ungraded. A scoring rule always gets a number.
---@field points? number
---@field max? number
---@field seconds? number how long it took
---@field par? number the question's own time in seconds
---@field hints integer how many were shown
---@field hint_cost number the sum of their prices, 0..1
---@field parts Part[]
---@field difficulty? integer
---@field level? "junior" | "mid" | "senior"
---@field area? string
---@field section? string
---@field weight? number
---@field timed_out? boolean

---@class Total
---@field points number
---@field max number
---@field passed? boolean
---@field note? Text

---@class ScoringRule
---@field name string
---@field description Text
---@field options? table<string, Option>
---@field score fun(result: Result, opt: table<string, any>): number, number? points, and the most there were (1 by default)
---@field total? fun(results: Result[], opt: table<string, any>): Total

---@param registration ScoringRule
function scoring_rule(registration) end

-- Rounds ----------------------------------------------------------------------------------------------------------------------------------

---@class QuestionView
---@field id string
---@field type string
---@field area string
---@field area_name Text
---@field topics string[]
---@field level? "junior" | "mid" | "senior"
---@field difficulty? integer
---@field seconds integer

---Each takes one value or a list.
---@class PickRequest
---@field area? string | string[]
---@field topic? string | string[]
---@field type? string | string[]
---@field level? string | string[]
---@field difficulty? integer | integer[] | { from: integer?, to: integer? }
---@field family? string | string[]
---@field ids? string | string[]
---@field words? string | string[] all in its id, prompt, program or topics, in either language
---@field unseen? boolean prefers questions not answered in earlier sessions

---@class AskOptions
---@field seconds? number time limit, after which the question counts as skipped
---@field section? string
---@field weight? number

---@class Round
local Round = {}

---A question that was not asked in this session, or nil when none is left.
---@param request? PickRequest
---@return QuestionView?
function Round:pick(request) end

---@param question QuestionView | string a view or an id
---@param options? AskOptions
---@return Result
function Round:ask(question, options) end

---The first follow-up whose conditions hold and that was not asked yet.
---@param result Result
---@return QuestionView?
function Round:follow_up(result) end

---Shows Markdown.
---@param text Text
function Round:say(text) end

---A whole number 1..most, from the session's seed.
---@param most integer
---@return integer
function Round:random(most) end

---Seconds since the session began, pauses left out.
---@return number
function Round:elapsed() end

---Ends the round. Returning from `run` does the same.
---@param why? Text
function Round:finish(why) end

---@class RoundRegistration
---@field name string
---@field description Text
---@field run fun(r: Round, opt: table<string, any>) straight-line code that asks questions; replayed from the log, so it keeps no state elsewhere
---@field options? table<string, Option>
---@field scoring? string the scoring rule it uses unless another is asked for

---@param registration RoundRegistration
function round(registration) end

-- Languages -------------------------------------------------------------------------------------------------------------------------------

---@class Need what must be installed
---@field file string | string[] its path, below /usr; of several, one is enough
---@field package string the Debian package that has it
---@field name? string what is said to be missing; left out: the profile or language

---@class Profile
---@field description? Text
---@field needs? Need[]
---@field data? any what `job` gets as its second argument

---@class Limits
---@field seconds? number of CPU time; 2
---@field wall_seconds? number 3 × seconds + 4
---@field memory_mb? integer 256
---@field output_kb? integer of standard output, standard error and the result, each; 1024
---@field disk_mb? integer of the folder in which it runs; 0: it cannot write there
---@field disk_files? integer 256
---@field processes? integer beside the first one; 0
---@field open_files? integer 64
---@field reserve_mb? integer of address space beyond twice the memory; 64 for a warm runtime, 2048 for one that is started for each run

---@class File
---@field path string below the folder in which the program runs
---@field text string
---@field executable? boolean

---What is to be run, as a question type asks for it.
---@class ProgramSpec
---@field language string
---@field profile? string
---@field source? string
---@field files? File[]
---@field calls? table[] what to call; its form is the language's
---@field driver? string a program that calls the source
---@field stdin? string
---@field arguments? string[]
---@field options? table the language's own
---@field collect? string[] files that are returned: paths, or "**"
---@field limits? Limits

---How the engine runs it.
---@class Launch
---@field runtime? { name: string, argv: string[], warm: boolean?, environment: table<string, string>? }
---@field argv? string[] the program and its arguments, an absolute path first
---@field files? File[]
---@field input? string
---@field request? string to be read from descriptor 3
---@field may_execute? boolean whether it may start other programs
---@field unix_sockets? boolean
---@field collect? string[]
---@field limits? Limits what the language needs; the question's come on top
---@field own_memory_mb? integer what a runtime that is started for each run takes before the program begins; does not count as the program's
---@field build? Launch run first; the files that it leaves are there for the program

---@class Outcome
---@field ending "ended" | "time-limit" | "idle-limit" | "memory-limit" | "output-limit" | "process-limit" | "policy" | "runtime-error" | "compile-error"
---@field detail? string "forbidden call: socket"
---@field status integer
---@field signal integer
---@field output string
---@field errors string
---@field output_cut boolean
---@field result? string what came from descriptor 3
---@field complete? boolean whether it came to its end
---@field results? table[] one for each call, as far as it came
---@field files table<string, string> what was collected
---@field files_cut boolean
---@field measured { seconds: number, wall_seconds: number, memory_mb: number } differs from run to run; never for a grade

---@class LanguageRegistration
---@field name string
---@field description Text
---@field extension string of file names, without the dot
---@field job fun(spec: ProgramSpec, data: any): Launch
---@field read? fun(outcome: Outcome, spec: ProgramSpec): Outcome what comes back, in the words of question types
---@field needs? Need[]
---@field prove? fun(source: string): { profile: string?, files: File[]?, options: table?, limits: Limits?, needs: Need[]? } how a `proof` is run
---@field profiles? table<string, Profile>
---@field self_test? table[] specs with what they must give: `output`, `results` or `ending`

---@param registration LanguageRegistration
function language(registration) end

---@class ProgramLibrary
program = {}

---Runs a program in a cage of its own. What the machine is to blame for makes the answer `ungraded`.
---@param spec ProgramSpec
---@return Outcome
function program.run(spec) end

---The end of file names in this language, without the dot.
---@param language string
---@return string
function program.extension(language) end

---How values are compared; all optional.
---@class Compare
---@field order? "same" | "any" | "none"
---@field relative? number
---@field absolute? number
---@field sequences? "same" | "any"
---@field spaces? "exact" | "line-ends" | "free"

---@class ValuesLibrary
values = {}

---Compares plain values with tags such as {["$tuple"] = {…}} (questions/README.md).
---@param expected any
---@param got any
---@param how? Compare
---@return boolean same
---@return string at the first place where they differ
---@return boolean only_spaces two texts that differ in white space only
function values.compare(expected, got, how) end

---@param value any
---@param language? string "python" unless given
---@param most? integer bytes
---@return string
function values.show(value, language, most) end

---What is wrong with a way to compare, or nil.
---@param how any
---@return string?
function values.problem(how) end

-- Libraries -------------------------------------------------------------------------------------------------------------------------------

---A word, number or Han character of an answer, and where it stands: bytes, 0-based and half-open.
---@class Unit
---@field text string
---@field from integer
---@field to integer
---@field sentence integer
---@field clause integer

---The units of an answer: units[1] to units[#units].
---@class Units: userdata
---@field [integer] Unit

---A compiled pattern.
---@class Pattern: userdata

---@class TextLibrary
text = {}

---NFKC, case and width folded, Chinese punctuation and brackets as ASCII: for comparing what people type.
---@param s string
---@return string
function text.fold(s) end

---One form for all ways to write a complexity class, such as "log(k)*n" for "N·log₂ k"; nil when it cannot be read.
---@param class string what stands between the brackets of O(…)
---@return string?
function text.complexity(class) end

---@param s string
---@return Units
function text.units(s) end

---A pattern of the questions (questions/README.md); an error at the author's line when it cannot be read.
---@param pattern string
---@return Pattern
function text.compile(pattern) end

---What is wrong with a pattern, or nil.
---@param pattern string
---@return string?
function text.problem(pattern) end

---The first match: its bytes in the answer (0-based, half-open), and whether the words around it deny it.
---@param pattern Pattern
---@param units Units
---@return integer? from
---@return integer? to
---@return boolean? negated
function text.find(pattern, units) end

---Model answers, ready for comparing.
---@class Models: userdata

---Made once for each list of models, and kept.
---@param prompt Text what was asked; its words count little
---@param models { lang: "en" | "zh", text: Text }[]
---@return Models
function text.models(prompt, models) end

---@class Similarity
---@field credit number 0 to 1: high values can be trusted, low ones only mean that the answer is worded otherwise
---@field model integer the model that came nearest
---@field coverage number how much of that model's own words the answer has
---@field precision number how much of the answer is in that model
---@field order number how many neighbours are neighbours in both, of those of the shorter one
---@field opposed number how much of what both have stands behind a denial, within its clause, in one of them only
---@field turned number how much of what both have stands in a sentence that denies something in one of them only
---@field denials integer negations in the answer, less those in the model

---How near an answer comes to the nearest model; nil when no model is in a language of the answer.
---@param models Models
---@param units Units
---@return Similarity?
function text.compare(models, units) end

---The share of the answer's runs of five units that stand in the texts shown, such as a prompt or hints.
---@param shown any a text, or a table of texts
---@param units Units
---@return number
function text.copied(shown, units) end

---@class Form
---@field latin integer Latin words and numbers
---@field han integer Han characters
---@field function_words integer of the Latin words: "the", "of", "is"
---@field han_pieces integer runs of Han characters with nothing between them
---@field particles integer of the Han characters: 的 了 是
---@field torn integer neighbours that no sentence has: "the is", "of and"
---@field foreign boolean in a language that is neither English nor Chinese
---@field framed boolean calls all that it says false: "People often claim …, which is nonsense: …"
---@field han_share number of the letters; a Latin word counts like two Han characters

---What an answer looks like, whatever it says.
---@param units Units
---@param s string the answer itself
---@return Form
function text.form(units, s) end

---Columns on a terminal.
---@param s string
---@return integer
function text.width(s) end

---@class JsonLibrary
---@field null userdata JSON's null
json = {}

---@param value any
---@return string
function json.encode(value) end

---@param s string
---@return any
function json.decode(s) end

---The table as a JSON list, even when it is empty.
---@generic T : table
---@param t T
---@return T
function json.array(t) end
