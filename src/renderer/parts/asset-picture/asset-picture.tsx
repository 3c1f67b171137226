import { useQuery } from '@tanstack/react-query'
import { AssetHash } from '../../../shared/model/ids'
import { useEngine } from '../../app/engine'
import styles from './asset-picture.module.css'
import { showBlob } from './show-blob'

/** A stored picture (`asset:<hash>`) at its own proportions, never wider than its place, a film or a sound with what plays it; where the library holds none, its description stands there. */
export function AssetPicture({ address, alt }: { address: string; alt: string }) {
  const engine = useEngine()
  const hash = AssetHash.safeParse(address.replace(/^asset:/, '')).data
  // Content-addressed: what a hash names never changes, so no change of the library makes it stale.
  const { data: blob } = useQuery({
    queryKey: ['assets', hash],
    enabled: hash !== undefined,
    queryFn: async ({ signal }) => {
      if (hash === undefined) throw new Error('disabled without a hash')
      const content = await engine.assets.content({ hash }, { signal })
      return new Blob([await content.arrayBuffer()], { type: content.type })
    },
  })
  if (!blob) return <em>{alt || address}</em>
  if (blob.type.startsWith('video/')) return <video ref={(film) => showBlob(blob, film)} aria-label={alt} controls preload="metadata" className={styles.picture} />
  if (blob.type.startsWith('audio/')) return <audio ref={(sound) => showBlob(blob, sound)} aria-label={alt} controls className={styles.picture} />
  return <img ref={(image) => showBlob(blob, image)} alt={alt} className={styles.picture} />
}
