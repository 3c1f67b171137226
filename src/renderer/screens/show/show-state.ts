/** Where a show stands: the slide by its index with the clicks that were made on it, or a blank screen in front of it, and the digits typed so far of a slide's number. */
export type ShowState = { readonly at: number; readonly step: number; readonly blank: 'black' | 'white' | null; readonly typed: string }

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

/** A show as it begins on the slide with this index. */
export const showFrom = (at: number): ShowState => ({ at, step: 0, blank: null, typed: '' })

/** @param clicks of each slide, at least one: how many it takes until all of it stands there */
export const followShow = (state: ShowState, command: ShowCommand, clicks: readonly number[]): ShowState => {
  const slides = clicks.length
  const to = (at: number, step = 0): ShowState => ({ ...showFrom(Math.max(0, Math.min(slides - 1, at))), step })
  const onward = (): ShowState => {
    if (state.step < (clicks[state.at] ?? 0)) return to(state.at, state.step + 1)
    return state.at + 1 < slides ? to(state.at + 1) : to(state.at, state.step)
  }
  // As in presentation software, the slide before comes back with all that it shows.
  const backward = (): ShowState => (state.step > 0 ? to(state.at, state.step - 1) : to(state.at - 1, state.at > 0 ? (clicks[state.at - 1] ?? 0) : 0))
  // The first press on a blank screen brings the slide back.
  const stepped = (go: () => ShowState): ShowState => (state.blank === null ? go() : to(state.at, state.step))
  switch (command.kind) {
    case 'black':
    case 'white':
      return { ...state, blank: state.blank === command.kind ? null : command.kind, typed: '' }
    case 'digit':
      return { ...state, typed: `${state.typed}${command.digit}`.slice(-4) }
    case 'go':
      return to(command.at)
    case 'first':
      return to(0)
    case 'last':
      return to(slides - 1)
    case 'enter':
      return state.typed === '' ? stepped(onward) : to(Number(state.typed) - 1)
    case 'forward':
      return stepped(onward)
    case 'back':
      return stepped(backward)
  }
}
