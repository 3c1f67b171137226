import { useAssetUrl } from './use-asset-url'

/** A stored picture at its own proportions, never wider than its place; without the picture, its description stands there. */
export function AssetPicture({ address, alt }: { address: string; alt: string }) {
  const url = useAssetUrl(address)
  return url === null ? <em>{alt || address}</em> : <img src={url} alt={alt} style={{ maxWidth: '100%', borderRadius: 4 }} />
}
