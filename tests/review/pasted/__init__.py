"""Is what people type and paste read as they mean it?"""
