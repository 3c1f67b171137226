import { useCallback, useEffect, useState } from 'react'

/** Electron's guard knows this name (main/electron/guards.ts). */
const NAME = 'lectern-audience'

/** The part of the Window Management API that is used; browsers without it open the window where they like. */
type Placement = { getScreenDetails?: () => Promise<{ screens: readonly { isPrimary: boolean; availLeft: number; availTop: number; availWidth: number; availHeight: number }[] }> }

/**
 * A second window for the projector: an empty page of our own origin that this window draws into, so that both always show the same and nothing has to
 * be sent. It opens on the second screen where the browser tells of one.
 * @returns `child`, null while there is none, and `open`, which tells whether the browser let a window open
 */
export function useAudienceWindow({ title, language }: { title: string; language: string }): { child: Window | null; open: () => Promise<boolean> } {
  const [child, setChild] = useState<Window | null>(null)

  const open = useCallback(async () => {
    const place = await placeOfAudience()
    const opened = window.open('about:blank', NAME, `popup,left=${place.left},top=${place.top},width=${place.width},height=${place.height}`)
    if (opened === null) return false
    const page = opened.document
    page.title = title
    page.documentElement.lang = language
    page.body.replaceChildren()
    page.body.className = 'audience-page'
    for (const sheet of document.querySelectorAll('link[rel=stylesheet], style')) {
      const copy = page.importNode(sheet, true)
      // The empty page has no address of its own to resolve against.
      if (sheet instanceof HTMLLinkElement) (copy as HTMLLinkElement).href = sheet.href
      page.head.append(copy)
    }
    opened.addEventListener('pagehide', () => setChild(null))
    setChild(opened)
    return true
  }, [title, language])

  useEffect(() => {
    if (child === null) return
    const close = () => child.close()
    // A projector that shows a talk nobody leads any more is worse than none.
    window.addEventListener('pagehide', close)
    return () => {
      window.removeEventListener('pagehide', close)
      close()
    }
  }, [child])

  return { child, open }
}

async function placeOfAudience() {
  const near = { left: window.screenX + 60, top: window.screenY + 60, width: 960, height: 540 }
  const { getScreenDetails } = window as Window & Placement
  if (!getScreenDetails || !('isExtended' in window.screen) || window.screen.isExtended !== true) return near
  try {
    const { screens } = await getScreenDetails.call(window)
    const other = screens.find((screen) => screen.availLeft !== (window.screen as Screen & { availLeft?: number }).availLeft) ?? screens.find(({ isPrimary }) => !isPrimary)
    return other ? { left: other.availLeft, top: other.availTop, width: other.availWidth, height: other.availHeight } : near
  } catch {
    return near // the user said no
  }
}
