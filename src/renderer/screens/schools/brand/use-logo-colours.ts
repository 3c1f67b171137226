import { useQuery } from '@tanstack/react-query'
import { logoColours } from '../../../../shared/brand/logo-colours'
import { AssetHash } from '../../../../shared/model/ids'
import { useEngine } from '../../../app/engine'

/** Pixels along a side at which a logo is looked at: its colours are the same, and counting is done at once. */
const SIDE = 128

/** The colours of a logo, `RRGGBB`, what covers most first; undefined while it is looked at. */
export function useLogoColours(logo: AssetHash | null): readonly string[] | undefined {
  const engine = useEngine()
  const { data } = useQuery({
    queryKey: ['assets', 'colours', logo],
    enabled: logo !== null,
    queryFn: async ({ signal }) => {
      const content = await engine.assets.content({ hash: AssetHash.parse(logo) }, { signal })
      const bitmap = await createImageBitmap(new Blob([await content.arrayBuffer()], { type: content.type }))
      const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height))
      const [width, height] = [Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale))]
      const canvas = new OffscreenCanvas(width, height).getContext('2d')
      canvas?.drawImage(bitmap, 0, 0, width, height)
      bitmap.close()
      return canvas ? logoColours(canvas.getImageData(0, 0, width, height).data) : []
    },
  })
  return logo === null ? undefined : data
}
