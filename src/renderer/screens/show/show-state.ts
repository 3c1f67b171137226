/** Where a show stands: the slide by its index, or a blank screen in front of it, and the digits typed so far of a slide's number. */
export type ShowState = { readonly at: number; readonly blank: 'black' | 'white' | null; readonly typed: string }

export type ShowCommand = { readonly kind: 'forward' | 'back' | 'first' | 'last' | 'black' | 'white' | 'enter' } | { readonly kind: 'digit'; readonly digit: string } | { readonly kind: 'go'; readonly at: number }

/** What the keys of presentation software and of clickers mean: arrows, Page Up/Down, Space, Backspace, N and P, `.` and B, `,` and W. */
const commandOfKey: Readonly<Record<string, ShowCommand['kind']>> = {
  arrowright: 'forward',
  arrowdown: 'forward',
  pagedown: 'forward',
  ' ': 'forward',
  n: 'forward',
  arrowleft: 'back',
  arrowup: 'back',
  pageup: 'back',
  backspace: 'back',
  p: 'back',
  home: 'first',
  end: 'last',
  b: 'black',
  '.': 'black',
  w: 'white',
  ',': 'white',
  enter: 'enter',
}

/** @param key of a keyboard event without Ctrl, Alt or Meta. @returns null for a key that means nothing to a show */
export const showCommand = (key: string): ShowCommand | null => {
  if (/^\d$/.test(key)) return { kind: 'digit', digit: key }
  const kind = commandOfKey[key.toLowerCase()]
  return kind === undefined || kind === 'digit' || kind === 'go' ? null : { kind }
}

/** @param slides how many there are, at least one */
export const followShow = (state: ShowState, command: ShowCommand, slides: number): ShowState => {
  const to = (at: number): ShowState => ({ at: Math.max(0, Math.min(slides - 1, at)), blank: null, typed: '' })
  switch (command.kind) {
    case 'black':
    case 'white':
      return { at: state.at, blank: state.blank === command.kind ? null : command.kind, typed: '' }
    case 'digit':
      return { ...state, typed: `${state.typed}${command.digit}`.slice(-4) }
    case 'go':
      return to(command.at)
    case 'first':
      return to(0)
    case 'last':
      return to(slides - 1)
    case 'enter':
      return state.typed === '' ? stepped(state, 1, to) : to(Number(state.typed) - 1)
    case 'forward':
      return stepped(state, 1, to)
    case 'back':
      return stepped(state, -1, to)
  }
}

/** The first press on a blank screen brings the slide back, as presentation software does. */
const stepped = (state: ShowState, by: number, to: (at: number) => ShowState): ShowState => to(state.blank === null ? state.at + by : state.at)
