package org.ipstrial.fault;

import java.io.File;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A path whose files are opened through {@link FaultyProvider}. */
final class FaultyPath implements InvocationHandler {

    private final FileSystem system;
    private final Path path;

    private FaultyPath(FileSystem system, Path path) {
        this.system = system;
        this.path = path;
    }

    static Path of(FileSystem system, Path path) {
        return path == null || Proxy.isProxyClass(path.getClass())
                ? path
                : (Path) Proxy.newProxyInstance(
                        FaultyPath.class.getClassLoader(), new Class<?>[] {Path.class}, new FaultyPath(system, path));
    }

    static Path real(Path path) {
        return (Path) bare(path);
    }

    private static Object bare(Object any) {
        return any != null
                        && Proxy.isProxyClass(any.getClass())
                        && Proxy.getInvocationHandler(any) instanceof FaultyPath faulty
                ? faulty.path
                : any;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
        if (method.getName().equals("getFileSystem")) {
            return system;
        }
        if (method.getName().equals("toFile")) {
            return new File(path.toString());
        }
        if (method.getName().equals("toRealPath")) {
            Faults.step("resolve", path);
        }
        Object[] bare = args == null ? new Object[0] : args.clone();
        for (int i = 0; i < bare.length; i++) {
            bare[i] = bare(bare[i]);
        }
        try {
            Object result = method.invoke(path, bare);
            if (result instanceof Path other) {
                return of(system, other);
            }
            if (result instanceof Iterator<?> names) {
                List<Path> wrapped = new ArrayList<>();
                names.forEachRemaining(name -> wrapped.add(of(system, (Path) name)));
                return wrapped.iterator();
            }
            return result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
