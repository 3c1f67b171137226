import { useEffect, useEffectEvent } from 'react'

/** Full screen where it can be had; the show fills the window otherwise. Browsers keep Esc to themselves in full screen: leaving it ends the show. */
export function useFullScreen(onLeft: () => void): void {
  const ended = useEffectEvent(onLeft)
  useEffect(() => {
    let entered = false
    const onChange = () => {
      if (document.fullscreenElement) entered = true
      else if (entered) ended()
    }
    document.addEventListener('fullscreenchange', onChange)
    void document.documentElement.requestFullscreen?.().catch(() => undefined)
    return () => {
      document.removeEventListener('fullscreenchange', onChange)
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined)
    }
  }, [])
}

/** Keeps the screen from going dark while somebody speaks, where the browser lets a page ask for it (Screen Wake Lock). */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null
    let over = false
    const ask = () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
      navigator.wakeLock.request('screen').then(
        (sentinel) => {
          lock = sentinel
          if (over) void sentinel.release()
        },
        () => undefined, // refused: the computer's own settings hold
      )
    }
    ask()
    // A hidden page loses its lock.
    document.addEventListener('visibilitychange', ask)
    return () => {
      over = true
      document.removeEventListener('visibilitychange', ask)
      void lock?.release()
    }
  }, [])
}
