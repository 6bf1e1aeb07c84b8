-- What the harness of a language sent back, as question types expect it. For languages whose harness writes a line of JSON for each call, or one for a
-- program: { status } or { status, raises, traceback }.
--
--   results.lines(text)           --> the lines, as far as they came
--   results.read(outcome, spec)   --> the outcome; a language's `read`
local results = {}

function results.lines(text)
  local lines = {}
  for line in text:gmatch "([^\n]+)\n" do lines[#lines + 1] = json.decode(line) or { broken = true } end
  return json.array(lines)
end

function results.read(outcome, spec)
  local lines = results.lines(outcome.result)
  outcome.result = nil
  if spec.calls then
    outcome.results = lines
  elseif outcome.ending == "ended" and lines[1] then
    outcome.status, outcome.raises, outcome.traceback = lines[1].status, lines[1].raises, lines[1].traceback
    if outcome.raises then outcome.ending = "runtime-error" end
  end
  return outcome
end

return results
