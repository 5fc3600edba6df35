-- Asks for the targets of a file, one a line (with a header behind a tab), one after the other.
--   targets.lua FILE
local folder = debug.getinfo(1, 'S').source:match('^@(.*/)')
dofile(folder .. 'report.lua')

local ready, at = {}, 0

function init(args)
  local requests = dofile(folder .. 'requests.lua')
  for i, line in ipairs(requests.lines(args[1])) do
    ready[i] = requests.get(line[1], line[2])
  end
end

function request()
  at = at % #ready + 1
  return ready[at]
end
