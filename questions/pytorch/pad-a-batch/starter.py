def collate(samples):
    """Make one batch of samples of different lengths. 把长短不一的样本拼成一个 batch。"""
