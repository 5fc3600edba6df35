-- Gets books at random, all alike.
--   ids.lua HIGHEST-ID SEED
local folder = debug.getinfo(1, 'S').source:match('^@(.*/)')
dofile(folder .. 'report.lua')

local random = math.random
local highest, before, behind

function init(args)
  local requests = dofile(folder .. 'requests.lua')
  highest = tonumber(args[1])
  math.randomseed(tonumber(args[2]))
  before, behind = requests.around_id()
end

function request()
  return before .. random(highest) .. behind
end
