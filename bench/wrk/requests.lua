-- How requests are made: as one piece of text each, with as little of it as possible put together while wrk runs.
local requests = {}

local Host = 'Host: ' .. wrk.host .. ':' .. wrk.port .. '\r\n'
local Json = 'Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s'

function requests.get(target, header)
  return 'GET ' .. target .. ' HTTP/1.1\r\n' .. Host .. (header or '') .. '\r\n'
end

-- Books by their ids: two halves, to be put around an id.
function requests.around_id()
  return 'GET /api/v1/books/', ' HTTP/1.1\r\n' .. Host .. '\r\n'
end

function requests.create(body)
  return 'POST /api/v1/books HTTP/1.1\r\n' .. Host .. string.format(Json, #body, body)
end

-- What comes behind the id of the book.
function requests.patch(body)
  return ' HTTP/1.1\r\n' .. Host .. string.format(Json, #body, body)
end

-- The lines of a file; of each, what a tab separates.
function requests.lines(path)
  local lines = {}
  for line in io.lines(path) do
    local target, header = line:match('^([^\t]*)\t(.*)$')
    lines[#lines + 1] = { target or line, header and header .. '\r\n' }
  end
  return lines
end

return requests
