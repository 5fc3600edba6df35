-- Adds books.
--   create.lua TEMPLATES FIRST-NUMBER
local folder = debug.getinfo(1, 'S').source:match('^@(.*/)')
dofile(folder .. 'report.lua')

function init(args)
  local requests = dofile(folder .. 'requests.lua')
  request = dofile(folder .. 'new-books.lua').from(args[1], tonumber(args[2]), requests)
end
