-- Changes the price and the pages of books at random.
--   patch.lua HIGHEST-ID SEED
local folder = debug.getinfo(1, 'S').source:match('^@(.*/)')
dofile(folder .. 'report.lua')

local random = math.random
local Prices = 512
local highest
local behind = {}

function init(args)
  local requests = dofile(folder .. 'requests.lua')
  highest = tonumber(args[1])
  math.randomseed(tonumber(args[2]))
  for i = 1, Prices do
    behind[i] = requests.patch(string.format('{"price":%d.%02d,"page_count":%d}', 5 + i % 40, i % 100, 100 + i))
  end
end

function request()
  return 'PATCH /api/v1/books/' .. random(highest) .. behind[random(Prices)]
end
