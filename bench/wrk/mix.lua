-- Nine reads to one write: of ten requests five get a book, two the first page, one a genre by price, one a search; the tenth
-- adds a book or changes one, by turns.
--   mix.lua HIGHEST-ID SEED TEMPLATES FIRST-NUMBER LISTS
local folder = debug.getinfo(1, 'S').source:match('^@(.*/)')
dofile(folder .. 'report.lua')

local random = math.random
local highest, before, behind, create, change
local lists = {}
local count, listed = 0, 0

function init(args)
  local requests = dofile(folder .. 'requests.lua')
  highest = tonumber(args[1])
  math.randomseed(tonumber(args[2]))
  before, behind = requests.around_id()
  create = dofile(folder .. 'new-books.lua').from(args[3], tonumber(args[4]), requests)
  change = requests.patch('{"price":12.5,"page_count":321}')
  for i, line in ipairs(requests.lines(args[5])) do
    lists[i] = requests.get(line[1])
  end
end

function request()
  count = count + 1
  local turn = count % 10
  if turn == 0 then
    return count % 20 == 0 and create() or 'PATCH /api/v1/books/' .. random(highest) .. change
  elseif turn % 2 == 0 then
    listed = listed % #lists + 1
    return lists[listed]
  end
  return before .. random(highest) .. behind
end
