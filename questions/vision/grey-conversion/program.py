import numpy as np

img = np.array([[[255, 255, 255], [200, 150, 100]], [[0, 0, 0], [10, 20, 30]]], dtype=np.uint8)
w = np.array([0.299, 0.587, 0.114])
candidates = [
    (img[..., 0] + img[..., 1] + img[..., 2]) // 3,
    np.clip(img @ w, 0, 1).astype(np.uint8),
    img.mean(axis=0).astype(np.uint8),
    np.rint(img @ w).astype(np.uint8),
    (img * w).round().astype(np.uint8),
]
for grey in candidates:
    print(grey.shape, grey.dtype, *([grey[0].tolist()] if grey.shape == (2, 2) else []))
