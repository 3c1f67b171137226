import { describe, expect, it } from 'vitest'
import { followShow, showCommand, showFrom, type ShowState } from '../../src/renderer/screens/show/show-state'
import { showModeOf } from '../../src/renderer/screens/show/show-menu'

const press = (keys: readonly string[], clicks = Array<number>(12).fill(0), from = showFrom(0)): ShowState =>
  keys.reduce((state, key) => {
    const command = showCommand(key)
    return command ? followShow(state, command, clicks) : state
  }, from)

describe('a show', () => {
  it('brings what a slide keeps for clicks before it goes on, and takes it back before it goes back', () => {
    const clicks = [0, 1, 0]
    expect(press([' '], clicks)).toMatchObject({ at: 1, step: 0 })
    expect(press([' ', ' '], clicks)).toMatchObject({ at: 1, step: 1 })
    expect(press([' ', ' ', ' '], clicks)).toMatchObject({ at: 2, step: 0 })
    expect(press(['End', 'PageUp'], clicks)).toMatchObject({ at: 1, step: 1 })
    expect(press(['End', 'PageUp', 'PageUp'], clicks)).toMatchObject({ at: 1, step: 0 })
    expect(press(['2', 'Enter'], clicks)).toMatchObject({ at: 1, step: 0 })
    expect(press([' ', ' ', 'b', ' '], clicks)).toMatchObject({ at: 1, step: 1, blank: null })
  })

  it('stands still with all it shows at the end of the last slide', () => expect(press([' ', ' ', ' '], [0, 1])).toMatchObject({ at: 1, step: 1 }))

  it('goes on and back by the keys of presentation software and of clickers, and no further than its ends', () => {
    for (const key of ['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter', 'n', 'N']) expect(press([key]).at).toBe(1)
    for (const key of ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace', 'p', 'P']) expect(press(['End', key]).at).toBe(10)
    expect(press(['PageUp']).at).toBe(0)
    expect(press(['End', 'PageDown']).at).toBe(11)
    expect(press(['End', 'Home']).at).toBe(0)
  })

  it('jumps to the number that was typed before Enter', () => {
    expect(press(['1', '1', 'Enter'])).toEqual({ at: 10, step: 0, blank: null, typed: '' })
    expect(press(['9', '9', 'Enter']).at).toBe(11)
    expect(press(['0', 'Enter']).at).toBe(0)
    expect(press(['5', 'PageDown', 'Enter']).at).toBe(2)
  })

  it('goes black and white, and the next press brings the slide back before it turns it', () => {
    expect(press(['PageDown', 'b'])).toMatchObject({ at: 1, blank: 'black' })
    expect(press(['PageDown', 'b', 'w']).blank).toBe('white')
    expect(press(['b', '.']).blank).toBeNull()
    expect(press(['PageDown', 'w', 'PageDown'])).toMatchObject({ at: 1, blank: null })
    expect(press(['b', '4', 'Enter'])).toMatchObject({ at: 3, blank: null })
  })

  it('leaves other keys alone', () => {
    for (const key of ['a', 'Tab', 'F2', 'Process', 'Dead']) expect(showCommand(key)).toBeNull()
  })

  it('begins by F5 and its companions', () => {
    const mode = (more: Partial<KeyboardEvent>, key = 'F5') => showModeOf({ key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...more })
    expect([mode({}), mode({ shiftKey: true }), mode({ altKey: true }), mode({ ctrlKey: true }), mode({}, 'F6')]).toEqual(['from-start', 'from-here', 'presenter', 'rehearsal', null])
  })
})
