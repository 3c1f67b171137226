import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { AssetHash } from '../../../shared/model/ids'
import { useEngine } from '../../app/engine'

/**
 * The address of a stored picture (`asset:<hash>`) for an `<img>`: a blob URL that lives as long as the component.
 * Null while it loads, when the address is no asset, and when the library does not hold it.
 */
export function useAssetUrl(address: string): string | null {
  const engine = useEngine()
  const hash = AssetHash.safeParse(address.replace(/^asset:/, '')).data
  // Content-addressed: what a hash names never changes, so no change of the library makes it stale.
  const { data } = useQuery({
    queryKey: ['assets', hash],
    enabled: hash !== undefined,
    queryFn: async ({ signal }) => {
      if (hash === undefined) throw new Error('disabled without a hash')
      const content = await engine.assets.content({ hash }, { signal })
      return new Blob([await content.arrayBuffer()], { type: content.type })
    },
  })
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (!data) return undefined
    const made = URL.createObjectURL(data)
    setUrl(made)
    return () => {
      URL.revokeObjectURL(made)
      setUrl(null)
    }
  }, [data])
  return url
}
