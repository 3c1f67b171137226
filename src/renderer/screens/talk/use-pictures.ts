import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { PictureInfo } from '../../../shared/contract/talks'
import { AssetHash } from '../../../shared/model/ids'
import { picturesOfTemplate } from '../../../shared/model/own-design'
import type { TemplateDesign } from '../../../shared/slides/theme'
import { useEngine } from '../../app/engine'

const ADDRESS = /asset:([0-9a-f]{64})/g

/** The pictures that a talk's Markdown names, each once, sorted: equal for as long as the talk names the same pictures. */
export const assetsIn = (markdown: string): string => [...new Set([...markdown.matchAll(ADDRESS)].map((match) => match[1] ?? ''))].sort().join(' ')

/**
 * The library's pictures that a talk uses: what layout needs to know of them, and addresses under which the window can draw them.
 * @param design whose own pictures are drawn too
 */
export function usePictures(markdown: string, design?: Pick<TemplateDesign, 'template'>) {
  const engine = useEngine()
  const template = design?.template
  const ofTemplate = useMemo(() => (template === undefined ? '' : picturesOfTemplate(template).map((hash) => `asset:${hash}`).join(' ')), [template])
  const wanted = assetsIn(ofTemplate === '' ? markdown : `${markdown} ${ofTemplate}`)
  const hashes = useMemo(() => (wanted === '' ? [] : wanted.split(' ').map((hash) => AssetHash.parse(hash))), [wanted])
  // Content-addressed: what was once read is never read again.
  const { data: infos } = useQuery({
    queryKey: ['assets', 'describe', wanted],
    queryFn: ({ signal }) => engine.assets.describe({ hashes }, { signal }),
    enabled: hashes.length > 0,
    staleTime: Infinity,
    placeholderData: (before) => before,
  })
  const [urls, setUrls] = useState<ReadonlyMap<string, string>>(new Map())

  useEffect(() => {
    const missing = (infos ?? []).filter((info) => !urls.has(info.hash))
    if (missing.length === 0) return
    const stop = new AbortController()
    const read = async () => {
      const read = await Promise.all(
        missing.map(async (info) => {
          const content = await engine.assets.content({ hash: info.hash }, { signal: stop.signal })
          return [info.hash, URL.createObjectURL(new Blob([await content.arrayBuffer()], { type: info.mime }))] as const
        }),
      )
      if (stop.signal.aborted) for (const [, url] of read) URL.revokeObjectURL(url)
      else setUrls((before) => new Map([...before, ...read]))
    }
    // A picture that cannot be read is drawn as missing; the layout's own warning names it.
    read().catch(() => undefined)
    return () => stop.abort()
  }, [engine, infos, urls])

  useEffect(() => () => setUrls((all) => (all.forEach((url) => URL.revokeObjectURL(url)), new Map())), [])

  return useMemo(() => {
    const byHash = new Map((infos ?? []).map((info) => [(info.media?.hash ?? info.hash) as string, info]))
    return {
      picture: (src: string): PictureInfo | null => (src.startsWith('asset:') ? (byHash.get(src.slice('asset:'.length)) ?? null) : null),
      pictureUrl: (hash: string): string | null => urls.get(hash) ?? null,
    }
  }, [infos, urls])
}
