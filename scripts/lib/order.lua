-- Orders: what two lists have in common, and the order in which things are shown when the authored order is the key.
local order = {}

-- The longest list that both `a` and `b` contain in their order, as pairs of positions: {{ position in a, position in b }, …}.
-- `same(x, y)` compares two elements; without it they are compared with ==. Takes #a × #b steps.
function order.longest_common(a, b, same)
  same = same or function(x, y) return x == y end
  local length = { [#a + 1] = {} }
  for i = #a, 1, -1 do
    length[i] = {}
    for j = #b, 1, -1 do
      if same(a[i], b[j]) then
        length[i][j] = 1 + (length[i + 1][j + 1] or 0)
      else
        length[i][j] = math.max(length[i + 1][j] or 0, length[i][j + 1] or 0)
      end
    end
  end

  local pairs_in_common, i, j = {}, 1, 1
  while i <= #a and j <= #b do
    if same(a[i], b[j]) then
      pairs_in_common[#pairs_in_common + 1] = { i, j }
      i, j = i + 1, j + 1
    elseif (length[i + 1][j] or 0) >= (length[i][j + 1] or 0) then
      i = i + 1
    else
      j = j + 1
    end
  end
  return pairs_in_common
end

local function is_in_order(positions, most)
  local last = 0
  for _, position in ipairs(positions) do
    if position <= most then
      if position < last then return false end
      last = position
    end
  end
  return true
end

-- The positions of `texts` in the order in which they are shown: that of their English wording, byte by byte, the same in every language and
-- on every machine. Where that would show the first `most` of them in the authored order, which is the key, it is turned round.
function order.shown(texts, most)
  local positions, wording = {}, {}
  for i, value in ipairs(texts) do
    positions[i], wording[i] = i, localized(value, "en")
  end
  table.sort(positions, function(i, j)
    if wording[i] ~= wording[j] then return wording[i] < wording[j] end
    return i < j
  end)
  if not is_in_order(positions, most or #texts) then return positions end
  local reversed = {}
  for i = #positions, 1, -1 do reversed[#reversed + 1] = positions[i] end
  return reversed
end

return order
