import { useCallback, useState } from 'react'

/** Whether the film or sound of the slide that is shown is playing. @param shown names what stands there; with another it stops, and does not go on when the first comes back */
export function usePlaying(shown: string): readonly [playing: boolean, setPlaying: (playing: boolean) => void] {
  const [state, setState] = useState({ shown, playing: false })
  if (state.shown !== shown) setState({ shown, playing: false })
  const setPlaying = useCallback((playing: boolean) => setState((before) => (before.playing === playing ? before : { ...before, playing })), [])
  return [state.playing && state.shown === shown, setPlaying]
}
