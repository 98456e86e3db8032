-- Opens a log in Neovim as a user would: waits for its problems, asks for an explanation, repairs one problem, then all.
-- What there was to see goes to a file as JSON. For Neovim 0.7 and later:
--   TRAIL_SERVER='["node", "server.js"]' TRAIL_LOG=log.json TRAIL_RESULT=seen.json nvim --clean --headless -c 'luafile neovim.lua'
local seen = {}

local function wait_for(what, condition)
  if not vim.wait(30000, condition, 20) then
    error(what .. ' did not come')
  end
end

local function attach()
  local config = {
    name = 'workmail-trail',
    cmd = vim.fn.json_decode(vim.env.TRAIL_SERVER),
    root_dir = vim.fn.fnamemodify(vim.env.TRAIL_LOG, ':h'),
  }
  if vim.lsp.start then
    vim.lsp.start(config)
  else
    vim.lsp.buf_attach_client(0, vim.lsp.start_client(config))
  end
end

local function problems()
  local found = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, { line = each.lnum, column = each.col, message = each.message })
  end
  table.sort(found, function(a, b)
    return a.line < b.line or (a.line == b.line and a.column < b.column)
  end)
  return found
end

local function floating()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return window
    end
  end
end

local function text_of(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n')
end

local function hover_on(needle)
  vim.fn.cursor(1, 1)
  vim.fn.search(needle)
  vim.lsp.buf.hover()
  wait_for('The explanation', floating)
  local window = floating()
  local told = text_of(vim.api.nvim_win_get_buf(window))
  vim.api.nvim_win_close(window, true)
  return told
end

-- Chooses what is called like this at the first problem; so many are left then.
local function repair(title, left)
  local offered = {}
  vim.ui.select = function(items, options, choose)
    for position, item in ipairs(items) do
      local shown = options.format_item(item)
      table.insert(offered, shown)
      if shown == title then
        choose(item, position)
      end
    end
  end
  local first = problems()[1]
  vim.api.nvim_win_set_cursor(0, { first.line + 1, first.column })
  vim.lsp.buf.code_action()
  wait_for('The repair', function()
    return #problems() == left
  end)
  return offered
end

local function session()
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.TRAIL_LOG))
  attach()
  wait_for('A problem', function()
    return #problems() > 0
  end)
  seen.problems = problems()
  seen.hover = hover_on('"eventSource"')
  seen.offered = repair('Insert the missing comma', 2)
  repair('Make all repairs in this log', 0)
  seen.left = #problems()
  seen.text = text_of(0)
end

local went_well, reason = pcall(session)
if not went_well then
  seen.failure = reason
end
seen.error = vim.v.errmsg
vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.TRAIL_RESULT)
vim.cmd('qall!')
