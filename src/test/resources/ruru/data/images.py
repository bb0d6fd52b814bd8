"""Makes the image files in images/ and what they look like, brought to 7 x 5 pixels (expected.txt), with Pillow 12.3.

Run in this folder: python3 images.py. A line of expected.txt is a file's name, then 5 x 7 x 3 values in the order h, w, c.
"""
import math
from PIL import Image

W, H = 20, 14


def colour(x, y):
    return (12 * x, 255 - 17 * y, int(127 + 120 * math.sin(x * 0.5 + y * 0.3)))


def picture(mode, pixel):
    image = Image.new(mode, (W, H))
    for y in range(H):
        for x in range(W):
            image.putpixel((x, y), pixel(x, y))
    return image


rgb = picture("RGB", colour)
grey = picture("L", lambda x, y: (11 * x + 3 * y) % 256)
alpha = picture("L", lambda x, y: min(255, 19 * y))
rgba = rgb.copy()
rgba.putalpha(alpha)
grey_alpha = Image.merge("LA", (grey, alpha))
cmyk = picture("CMYK", lambda x, y: (12 * x, 17 * y, 100, 6 * x + 5 * y))
white = Image.new("RGBA", (W, H), (255, 255, 255, 255))

expected = open("expected.txt", "w")


def made(name, seen):
    small = seen.convert("RGB").resize((7, 5), Image.BILINEAR)
    expected.write(name + " " + " ".join(str(v) for p in small.getdata() for v in p) + "\n")


def save(name, image, **options):
    image.save("images/" + name, **options)
    made(name, image)


save("rgb.png", rgb)
save("rgb.bmp", rgb)
save("rgb.tif", rgb)
save("grey.png", grey)
save("grey.tif", grey, compression="tiff_lzw")
save("palette.png", rgb.quantize(16))
save("palette.gif", rgb.quantize(32))
save("onebit.png", grey.convert("1"))
rgba.save("images/alpha.png")
made("alpha.png", Image.alpha_composite(white, rgba))
grey_alpha.save("images/grey-alpha.png")
made("grey-alpha.png", Image.alpha_composite(white, grey_alpha.convert("RGBA")))
sixteen = Image.new("I;16", (W, H))
for y in range(H):
    for x in range(W):
        sixteen.putpixel((x, y), 257 * grey.getpixel((x, y)))
sixteen.save("images/grey16.png")
made("grey16.png", grey)
for name, image, options in [
        ("rgb.jpg", rgb, dict(quality=95, subsampling=0)),
        ("progressive.jpg", rgb, dict(quality=95, subsampling=2, progressive=True)),
        ("grey.jpg", grey, dict(quality=95)),
        ("cmyk.jpg", cmyk, dict(quality=98, subsampling=0))]:
    image.save("images/" + name, **options)
    made(name, Image.open("images/" + name))
# The same four components, said to be luminance, two colour differences and black.
data = bytearray(open("images/cmyk.jpg", "rb").read())
at = data.index(b"Adobe")
data[at + 11] = 2
open("images/ycck.jpg", "wb").write(data)
made("ycck.jpg", Image.open("images/ycck.jpg"))
