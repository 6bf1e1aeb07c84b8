-- What the harness of a language sent back, as question types expect it. For languages whose harness writes a line of JSON for each call, or one for a
-- program: { status } or { status, raises, traceback }.
--
--   results.lines(text)           --> the lines, as far as they came
--   results.read(outcome, spec)   --> the outcome; a language's `read`
--
-- A program can write to the descriptor of the results itself. So their form is looked at here, and what is not of it says so as an error of the program:
-- `raises` is { type, message, kinds } of strings, `traceback` and `output` are strings, `status` is a whole number from 0 to 255. Values that calls returned
-- may be anything that JSON can say.
local results = {}

local forged = "the answer wrote to the descriptor of its results"

local function is_a(kind, value) return value == nil or type(value) == kind end

local function is_status(value) return value == nil or (type(value) == "number" and value >= 0 and value <= 255 and value % 1 == 0) end

local function is_exception(raised)
  if raised == nil then return true end
  return type(raised) == "table" and type(raised.type) == "string" and type(raised.message) == "string" and is_a("table", raised.kinds)
end

local function is_well_formed(line)
  return type(line) == "table" and is_exception(line.raises) and is_a("string", line.traceback) and is_a("string", line.output) and is_a("boolean", line.load)
    and is_status(line.status)
end

function results.lines(text)
  local lines = {}
  for written in text:gmatch "([^\n]+)\n" do
    local line = json.decode(written)
    lines[#lines + 1] = is_well_formed(line) and line
      or { raises = { type = "Error", message = forged, kinds = {} }, traceback = forged, ending = "runtime-error" }
  end
  return json.array(lines)
end

function results.read(outcome, spec)
  local lines = results.lines(outcome.result)
  outcome.result = nil
  if spec.calls then
    for i = #lines, #spec.calls + 1, -1 do lines[i] = nil end -- more than were asked for
    outcome.results = lines
  elseif outcome.ending == "ended" and lines[1] then
    outcome.status, outcome.raises, outcome.traceback = lines[1].status, lines[1].raises, lines[1].traceback
    if outcome.raises then outcome.ending = "runtime-error" end
  end
  return outcome
end

return results
