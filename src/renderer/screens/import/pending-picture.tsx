import { useQuery } from '@tanstack/react-query'
import type { AssetHash } from '../../../shared/model/ids'
import { useEngine } from '../../app/engine'
import { showBlob } from '../../parts/asset-picture/show-blob'
import styles from './import.module.css'

/** Where a picture of a document under review is to be had. */
export type PendingPictureAddress = { readonly importId: string; readonly key: string; readonly hash: AssetHash }

/** A picture as it came out of a document, small; nothing of it is in the library yet. Where it cannot be had, nothing stands there. */
export function PendingPicture({ address, alt }: { address: PendingPictureAddress; alt: string }) {
  const engine = useEngine()
  const { data: blob } = useQuery({
    queryKey: ['pending-picture', address],
    gcTime: 30_000, // out of view for a while, out of memory
    queryFn: async ({ signal }) => {
      const content = await engine.imports.picture({ ...address }, { signal })
      return new Blob([await content.arrayBuffer()], { type: content.type })
    },
  })
  return blob ? <img ref={(image) => showBlob(blob, image)} alt={alt} className={styles.thumbnail} /> : null
}
