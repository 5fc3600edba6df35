-- Bodies of new books with an ISBN that no other has. A template holds Blank where the ISBN belongs, once, or twice where the
-- author is new as well.
local Blank = '0000000000000'

local books = {}

-- ISBN-13s from 979 on, which sample catalogues do not use; the last digit is the check digit (weights 1 and 3 by turns).
local function isbn(number)
  local sum, rest = 39, number
  for place = 12, 4, -1 do
    sum = sum + rest % 10 * (place % 2 == 0 and 3 or 1)
    rest = math.floor(rest / 10)
  end
  return string.format('979%09d%d', number, (10 - sum % 10) % 10)
end

-- A function that gives the next book as a request: path is the file of templates, number that of the first ISBN.
function books.from(path, number, requests)
  local templates, at = {}, 0
  for line in io.lines(path) do
    local parts = {}
    for part in (requests.create(line) .. Blank):gmatch('(.-)' .. Blank) do
      parts[#parts + 1] = part
    end
    templates[#templates + 1] = parts
  end
  return function()
    at = at % #templates + 1
    number = number + 1
    return table.concat(templates[at], isbn(number))
  end
end

return books
